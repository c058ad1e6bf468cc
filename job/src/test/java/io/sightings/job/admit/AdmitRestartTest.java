package io.sightings.job.admit;

import static io.sightings.job.admit.Deliveries.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.codec.ReplayedFrame;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What admission still knows after a restart. */
class AdmitRestartTest extends AdmitBench {

  @Test
  void aReplayIsRememberedAcrossARestartAndANewRejectionOfTheFrameIsNotTheOldOne()
      throws Exception {
    KafkaMessage original = video(1, 9).message();
    receive(Deliveries.from(ReplayedFrame.of(original, "frames.rejected", 0, 5), 3));
    OperatorSubtaskState before = admit.snapshot(1, 1);

    try (var restored = restored(before, 1, 2, 1)) {
      restored.processElement(
          Deliveries.from(ReplayedFrame.of(original, "frames.rejected", 0, 5), 4), 0);
      assertThat(restored.extractOutputValues()).isEmpty();
      restored.processElement(
          Deliveries.from(ReplayedFrame.of(original, "frames.rejected", 0, 9), 5), 0);
      assertThat(sequences(restored)).containsExactly(1L);
    }
  }

  @Test
  void afterARestartWithMoreInstancesEachKnowsWhatWasAdmitted() throws Exception {
    receive(video("door", "run1", 5, 10), video("yard", "run1", 3, 10));
    OperatorSubtaskState before = admit.snapshot(1, 1);

    for (int instance = 0; instance < 3; instance++) {
      try (var restored = restored(before, 1, 3, instance)) {
        restored.processElement(video("door", "run1", 5, 10), 0);
        restored.processElement(video("yard", "run1", 3, 10), 0);
        restored.processElement(video("yard", "run1", 4, 11), 0);
        assertThat(sequences(restored)).containsExactly(4L);
      }
    }
  }

  @Test
  void afterARestartWithFewerInstancesTheFarthestMarkCounts() throws Exception {
    receive(video("door", "run1", 5, 10));
    OperatorSubtaskState behind = admit.snapshot(1, 1);
    receive(video("door", "run1", 9, 12));
    OperatorSubtaskState ahead = admit.snapshot(2, 2);
    OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(ahead, behind);

    try (var restored = restored(both, 2, 1, 0)) {
      restored.processElement(video("door", "run1", 9, 12), 0);
      restored.processElement(video("door", "run1", 10, 11), 0);
      restored.processElement(video("door", "run1", 11, 12), 0);
      assertThat(sequences(restored)).containsExactly(11L);
    }
  }
}
