package io.sightings.contract.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBackoffTest {
  private static final Duration MIN = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofMinutes(1);

  @Test
  void pausesDoubleUpToTheirBound() {
    RetryBackoff backoff = new RetryBackoff(MIN, MAX, 0.5, always(0));

    assertThat(IntStream.range(0, 9).mapToObj(i -> backoff.next().toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void atMostHalfOfAPauseIsLeftOut() {
    RetryBackoff backoff = new RetryBackoff(MIN, MAX, 0.5, always(Math.nextDown(1.0)));

    assertThat(IntStream.range(0, 8).mapToObj(i -> backoff.next().toMillis()))
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L);
  }

  @Test
  void camerasThatFailTogetherDoNotComeBackTogether() {
    RandomGenerator random = new Random(7);

    assertThat(
            IntStream.range(0, 100)
                .mapToObj(camera -> new RetryBackoff(MIN, MAX, 0.5, random).next().toMillis())
                .distinct())
        .hasSizeGreaterThan(80)
        .allMatch(millis -> millis >= 500 && millis <= 1000);
  }

  @Test
  void afterAStreamThatHeldTheNextPauseIsTheShortest() {
    RetryBackoff backoff = new RetryBackoff(MIN, MAX, 0.5, always(0));
    IntStream.range(0, 5).forEach(i -> backoff.next());

    backoff.reset();

    assertThat(backoff.next()).isEqualTo(MIN);
  }

  @Test
  void onePauseForAllIsPossible() {
    RetryBackoff backoff = new RetryBackoff(MIN, MIN, 0.5, always(0));

    assertThat(IntStream.range(0, 3).mapToObj(i -> backoff.next())).containsOnly(MIN);
  }

  @Test
  void theLongestPausesDoNotOverflow() {
    RetryBackoff backoff = new RetryBackoff(MIN, Duration.ofDays(1), 0.5, always(0));

    assertThat(IntStream.range(0, 10_000).mapToObj(i -> backoff.next()).toList())
        .allMatch(pause -> !pause.isNegative() && pause.compareTo(Duration.ofDays(1)) <= 0)
        .last()
        .isEqualTo(Duration.ofDays(1));
  }

  private static RandomGenerator always(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException("only fractions are asked for");
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }
}
