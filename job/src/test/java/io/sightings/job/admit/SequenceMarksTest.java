package io.sightings.job.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.job.admit.SequenceMarks.Verdict;
import org.junit.jupiter.api.Test;

class SequenceMarksTest {
  private final SequenceMarks marks = new SequenceMarks();

  @Test
  void theRunsUsedLastAreRemembered() {
    for (int i = 0; i < SequenceMarks.MAX_EPOCHS; i++) {
      admit("run" + i);
    }
    // Used once more, so it is not the oldest any longer.
    assertThat(admit("run0")).isEqualTo(Verdict.DUPLICATE);
    assertThat(admit("onemore")).isEqualTo(Verdict.NEW);

    assertThat(marks.all()).hasSize(SequenceMarks.MAX_EPOCHS);
    assertThat(admit("run0")).isEqualTo(Verdict.DUPLICATE);
    assertThat(admit("run1")).isEqualTo(Verdict.NEW);
  }

  private Verdict admit(String epoch) {
    return marks.admit(Deliveries.video("door", epoch, 0, 0).info(), null);
  }
}
