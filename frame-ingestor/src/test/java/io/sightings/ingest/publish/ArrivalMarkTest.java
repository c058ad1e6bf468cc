package io.sightings.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalMarkTest {

  @Test
  void framesInOrderCount() {
    ArrivalMark mark = new ArrivalMark(7);

    mark.arrived(7);
    mark.arrived(8);

    assertThat(mark.frames()).isEqualTo(9);
  }

  @Test
  void aHoleIsNeverSkipped() {
    ArrivalMark mark = new ArrivalMark(0);

    mark.arrived(1);
    mark.arrived(3);
    assertThat(mark.frames()).isZero();
    mark.arrived(0);
    assertThat(mark.frames()).isEqualTo(2);
    mark.arrived(2);
    assertThat(mark.frames()).isEqualTo(4);
  }

  @Test
  void repeatedFramesCountOnce() {
    ArrivalMark mark = new ArrivalMark(0);

    mark.arrived(1);
    mark.arrived(1);
    mark.arrived(0);
    mark.arrived(0);

    assertThat(mark.frames()).isEqualTo(2);
  }
}
