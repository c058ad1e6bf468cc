package io.sightings.job.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionOffsetsTest {
  private final PartitionOffsets positions = new PartitionOffsets();

  @Test
  void aPartitionReadInOrderMissesNothing() {
    assertThat(positions.missingBefore(at(0, 5))).isZero();
    assertThat(positions.missingBefore(at(0, 6))).isZero();
    assertThat(positions.missingBefore(at(0, 7))).isZero();
  }

  @Test
  void recordsDeletedBeforeTheyWereReadAreCounted() {
    positions.missingBefore(at(0, 319));

    assertThat(positions.missingBefore(at(0, 336))).isEqualTo(16);
  }

  @Test
  void partitionsAreCountedApart() {
    positions.missingBefore(at(0, 10));

    assertThat(positions.missingBefore(at(1, 100))).isZero();
    assertThat(positions.missingBefore(at(0, 11))).isZero();
  }

  @Test
  void recordsReadAgainAfterARestartAreNotMissing() {
    positions.restore(List.of(new PartitionMark("frames", 0, 20)));

    assertThat(positions.missingBefore(at(0, 18))).isZero();
    assertThat(positions.missingBefore(at(0, 21))).isZero();
  }

  @Test
  void ofTwoInstancesTheOneThatCameFartherIsRight() {
    positions.restore(
        List.of(new PartitionMark("frames", 0, 20), new PartitionMark("frames", 0, 30)));

    assertThat(positions.missingBefore(at(0, 32))).isEqualTo(1);
  }

  private static FrameRecord at(int partition, long offset) {
    return new FrameRecord(null, null, null, "frames", partition, offset);
  }
}
