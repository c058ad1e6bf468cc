package io.sightings.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FpsSamplerTest {

  @ParameterizedTest
  @CsvSource({"25,5,50", "30,5,50", "29.97,5,50", "23.976,10,100", "60,1,10", "25,0.5,5"})
  void tenSecondsGiveTenTimesTheRate(double source, double fps, int expected) {
    assertThat(taken(fps, regular(source, 10)).size()).isBetween(expected - 1, expected);
  }

  @ParameterizedTest
  @CsvSource({"25,25", "30,30", "29.97,29.97", "29.97,30", "10,25", "15,0"})
  void everyFrameIsTakenAtTheRateOfTheSourceAndAbove(double source, double fps) {
    long[] times = regular(source, 10);

    assertThat(taken(fps, times)).hasSize(times.length);
  }

  @ParameterizedTest
  @CsvSource({"30,30", "24,24", "60,60"})
  void timesRoundedToMillisecondsLoseNoFrame(double source, double fps) {
    long[] times = LongStream.of(regular(source, 10)).map(t -> t / 1000 * 1000).toArray();

    assertThat(taken(fps, times)).hasSize(times.length);
  }

  @Test
  void theFirstFrameOfEachPeriodIsTaken() {
    assertThat(taken(2, 0, 100_000, 510_000, 900_000, 1_020_000, 1_400_000))
        .containsExactly(0L, 510_000L, 1_020_000L);
  }

  @Test
  void aBurstAfterAPauseIsNotMadeUpFor() {
    assertThat(taken(10, 0, 5_000_000, 5_010_000, 5_020_000, 5_030_000, 5_100_000))
        .containsExactly(0L, 5_000_000L, 5_100_000L);
  }

  private static long[] regular(double fps, int seconds) {
    return LongStream.range(0, (long) (fps * seconds))
        .map(i -> Math.round(i * 1e6 / fps))
        .toArray();
  }

  private static List<Long> taken(double fps, long... times) {
    FpsSampler sampler = new FpsSampler(fps);
    return LongStream.of(times).filter(sampler::takes).boxed().toList();
  }
}
