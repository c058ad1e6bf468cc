package io.sightings.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivertedFramesTest {

  @Test
  void aFrameIsSafelyDivertedWithTheSecondCheckpointAfterIt() {
    DivertedFrames diverted = new DivertedFrames();
    diverted.add("door/run1/7");

    assertThat(diverted.checkpointed()).isEmpty();
    diverted.add("door/run1/9");
    assertThat(diverted.checkpointed()).containsExactly("door/run1/7");
    assertThat(diverted.checkpointed()).containsExactly("door/run1/9");
    assertThat(diverted.checkpointed()).isEmpty();
  }
}
