package io.sightings.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresentationClockTest {
  private static final long USUAL = 40_000;

  @Test
  void timeStartsAtTheStatedStart() {
    PresentationClock clock = new PresentationClock(1_000_000L, USUAL);

    assertThat(clock.next(1_020_000L)).isEqualTo(20_000);
    assertThat(clock.next(1_500_000L)).isEqualTo(500_000);
  }

  @Test
  void timeStartsAtTheFirstFrameWhereNoStartIsStated() {
    PresentationClock clock = new PresentationClock(null, USUAL);

    assertThat(clock.next(7_000_000L)).isZero();
    assertThat(clock.next(7_040_000L)).isEqualTo(40_000);
  }

  @Test
  void framesWithoutATimeFollowAtTheUsualDistance() {
    PresentationClock clock = new PresentationClock(0L, USUAL);

    assertThat(clock.next(null)).isZero();
    assertThat(clock.next(null)).isEqualTo(40_000);
    assertThat(clock.next(90_000L)).isEqualTo(90_000);
    assertThat(clock.next(null)).isEqualTo(130_000);
  }

  @Test
  void aTimeThatStartsAnewGoesOnWhereTheOldEnded() {
    PresentationClock clock = new PresentationClock(0L, USUAL);
    clock.next(10_000_000L);

    assertThat(clock.next(0L)).isEqualTo(10_040_000);
    assertThat(clock.next(500_000L)).isEqualTo(10_540_000);
  }

  @Test
  void framesBeforeTheStartAreAtTheStart() {
    PresentationClock clock = new PresentationClock(100_000L, USUAL);

    assertThat(clock.next(60_000L)).isZero();
    assertThat(clock.next(140_000L)).isEqualTo(40_000);
  }
}
