package io.sightings.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.job.admit.Deliveries;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.quarantine.MemoryAttempts;
import io.sightings.job.quarantine.StoredJournal;
import io.sightings.job.quarantine.TestProcess;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.QuarantineSettings;
import io.sightings.job.work.InOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What the detect stage does with a frame that has ended two processes. */
class QuarantineTest {
  private static final QuarantineSettings SETTINGS = QuarantineSettings.defaults();
  private static final byte[] IMAGE = {1, 2, 3};

  private final MemoryAttempts store = new MemoryAttempts();

  @Test
  void itIsDivertedInItsPlaceWithItsBytesAndAReplayIsAnalysedAgain() throws Exception {
    twoProcessesDieOf("door/run1/1");
    try (var detect = detect()) {
      for (FrameRecord delivery : LongStream.range(0, 3).mapToObj(QuarantineTest::frame).toList()) {
        detect.processElement(delivery, 0);
      }
      detect.prepareSnapshotPreBarrier(1);

      List<DetectResult> detections = detect.extractOutputValues();
      assertThat(detections)
          .extracting(each -> each.rejected() == null)
          .containsExactly(true, false, true);
      RejectedFrame diverted = detections.get(1).rejected();
      assertThat(diverted.reason()).isEqualTo(RejectReason.QUARANTINED);
      assertThat(diverted.original().value()).isEqualTo(IMAGE);
      assertThat(diverted.offset()).isEqualTo(1);

      detect.notifyOfCompletedCheckpoint(1);
      detect.notifyOfCompletedCheckpoint(2);
      detect.processElement(frame(1), 0);
      detect.prepareSnapshotPreBarrier(3);

      assertThat(detect.extractOutputValues()).last().extracting(DetectResult::rejected).isNull();
    }
  }

  private void twoProcessesDieOf(String frame) throws Exception {
    for (int attempt = 1; attempt <= 2; attempt++) {
      TestProcess process = new TestProcess(store, SETTINGS, "job-" + attempt, 0);
      TestProcess.begun(process.stage(Stage.DETECT), frame);
    }
  }

  private OneInputStreamOperatorTestHarness<FrameRecord, DetectResult> detect() throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<>(
            new InOrder<>(
                new DetectFunction(
                    JobSettings.defaults(),
                    new StoredJournal(store, SETTINGS),
                    null,
                    StuckEngine::acquire),
                Duration.ofSeconds(30),
                4),
            TypeInformation.of(FrameRecord.class).createSerializer(new SerializerConfigImpl()));
    harness.open();
    return harness;
  }

  private static FrameRecord frame(long sequence) {
    return Deliveries.image(
        SourceInfo.of("door", SourceKind.LIVE),
        "run1",
        sequence,
        Deliveries.START.plusSeconds(sequence),
        IMAGE);
  }
}
