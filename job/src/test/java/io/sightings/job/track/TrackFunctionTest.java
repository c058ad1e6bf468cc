package io.sightings.job.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.job.Metered;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.quarantine.AttemptJournal;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackFunctionTest {
  private static final OutputTag<IdentifyRequest> QUESTIONS = new OutputTag<>("questions") {};

  private final Metered metered = new Metered();
  private KeyedOneInputStreamOperatorTestHarness<String, SeenFrame, TrackedFrame> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new TrackFunction(
                    Camera.SETTINGS, null, Camera.GAP, QUESTIONS, AttemptJournal.none())),
            frame -> frame.info().source().id(),
            Types.STRING,
            metered.environment());
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void facesAtTheSamePlaceOfTwoSourcesAreOnTwoTracks() throws Exception {
    play("door", FrameType.IMAGE, 0, Camera.face(100));
    play("yard", FrameType.IMAGE, 0, Camera.face(100));
    play("door", FrameType.IMAGE, 1, Camera.face(100));

    assertThat(harness.extractOutputValues())
        .extracting(frame -> frame.faces().get(0).track())
        .containsExactly("door/run1/0#0", "yard/run1/0#0", "door/run1/0#0");
  }

  @Test
  void everyFramePassesOnWithItsFacesOrWithout() throws Exception {
    play("door", FrameType.IMAGE, 0);
    play("door", FrameType.HEARTBEAT, 1);
    play("door", FrameType.ENDED, 2);

    assertThat(harness.extractOutputValues())
        .extracting(frame -> frame.info().type())
        .containsExactly(FrameType.IMAGE, FrameType.HEARTBEAT, FrameType.ENDED);
  }

  @Test
  void anEndedSourceLeavesNoStateBehind() throws Exception {
    play("door", FrameType.IMAGE, 0, Camera.face(100));
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    play("door", FrameType.ENDED, 1);
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void facesAreCountedByWhetherTheyAreWorthIdentifying() throws Exception {
    for (int i = 0; i < 5; i++) {
      play("door", FrameType.IMAGE, i, Camera.face(100), Camera.blurred(400));
    }

    assertThat(metered.count("facesWorthIdentifying")).isEqualTo(3);
    assertThat(metered.count("facesFollowedOnly")).isEqualTo(7);
  }

  private void play(String source, FrameType type, long sequence, SeenFace... faces)
      throws Exception {
    FrameInfo info =
        new FrameInfo(
            type,
            SourceInfo.of(source, SourceKind.LIVE),
            "run1",
            sequence,
            Camera.START.plusMillis(100 * sequence),
            null,
            0,
            0,
            null,
            null,
            null);
    harness.processElement(new SeenFrame(info, 1280, 720, List.of(faces)), 0);
  }
}
