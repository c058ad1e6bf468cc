package io.sightings.job.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.settings.QuarantineSettings;
import java.io.IOException;
import org.apache.flink.streaming.runtime.tasks.ExceptionInChainedOperatorException;
import org.junit.jupiter.api.Test;

class FrameWitnessTest {
  private static final String FRAME = "door/run1/7";

  private final MemoryAttempts store = new MemoryAttempts();

  @Test
  void aFrameOnWhichAStageFailsInTwoRestartsIsConvicted() throws Exception {
    for (int attempt = 1; attempt <= 2; attempt++) {
      FrameWitness witness = new FrameWitness(track(attempt));
      assertThatThrownBy(() -> witness.watch(FRAME, FrameWitnessTest::fail))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(TestProcess.verdict(track(3), FRAME)).isPresent();
  }

  @Test
  void aFailureOfASinkIsNoFramesFault() throws Exception {
    for (int attempt = 1; attempt <= 2; attempt++) {
      FrameWitness witness = new FrameWitness(track(attempt));
      assertThatThrownBy(() -> witness.watch(FRAME, FrameWitnessTest::failFurtherOn))
          .isInstanceOf(ExceptionInChainedOperatorException.class);
    }

    assertThat(TestProcess.verdict(track(3), FRAME)).isEmpty();
  }

  private StageAttempts track(int attempt) throws Exception {
    StageAttempts stage =
        new TestProcess(store, QuarantineSettings.defaults(), "job-" + attempt, 0)
            .stage(Stage.TRACK);
    // What failed before is known from here on.
    TestProcess.verdict(stage, FRAME);
    return stage;
  }

  private static void fail() {
    throw new IllegalStateException("the tracker stumbles");
  }

  private static void failFurtherOn() {
    throw new ExceptionInChainedOperatorException(
        "could not forward", new IOException("the broker is away"));
  }
}
