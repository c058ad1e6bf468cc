package io.sightings.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapDetectorTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");

  private final GapDetector sight = new GapDetector(Duration.ofSeconds(1));

  @Test
  void aSourceThatBeginsWasNotBlind() {
    sight.lost();

    assertThat(sees(0)).isNull();
  }

  @Test
  void betweenTwoConnectionsItWasBlind() {
    sees(0);
    sees(0.04);

    sight.lost();

    assertThat(sees(0.5)).isEqualTo(at(0.04));
    assertThat(sees(0.54)).isNull();
  }

  @Test
  void whereManyPicturesAreMissingItWasBlind() {
    watch(0, 0.04, 100);

    assertThat(sees(9)).isEqualTo(at(3.96));
    assertThat(sees(9.04)).isNull();
  }

  @Test
  void whatTwoHeartbeatsSpanNobodyMisses() {
    watch(0, 0.04, 100);

    assertThat(sees(5.9)).isNull();
  }

  @Test
  void aSlowSourceIsNotBlindBetweenItsPictures() {
    assertThat(watch(0, 10, 50)).isEmpty();
  }

  @Test
  void picturesThatCameInABurstFirstSayNothingOfTheRate() {
    sees(0);
    sees(0.001);

    assertThat(watch(4, 4, 20)).isEmpty();
  }

  @Test
  void aSourceMayChangeItsRate() {
    watch(0, 0.04, 1000);

    assertThat(watch(50, 10, 100)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void afterAGapTheNextOneIsNoticedAgain() {
    watch(0, 0.04, 100);
    sees(60);

    watch(60.04, 0.04, 25);

    assertThat(sees(64.5)).isNotNull();
  }

  @Test
  void whereAClockWasSetBackAGapHasNoLength() {
    sees(100);
    sight.lost();

    assertThat(sight.sees(at(50), true)).isEqualTo(at(50));
  }

  @Test
  void aClockSetBackIsNoGapByItself() {
    watch(0, 0.04, 100);

    assertThat(sight.sees(at(1), true)).isNull();
    assertThat(sees(1.04)).isNull();
  }

  /** The gaps it finds. */
  private List<Instant> watch(double from, double every, int pictures) {
    List<Instant> gaps = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      Instant blind = sees(from + i * every);
      if (blind != null) {
        gaps.add(blind);
      }
    }
    return gaps;
  }

  private Instant sees(double seconds) {
    return sight.sees(at(seconds), false);
  }

  private static Instant at(double seconds) {
    return START.plusMillis(Math.round(seconds * 1000));
  }
}
