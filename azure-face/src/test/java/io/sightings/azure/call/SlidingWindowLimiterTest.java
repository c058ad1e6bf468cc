package io.sightings.azure.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlidingWindowLimiterTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Duration TRANSIT = Duration.ofMillis(500);

  /**
   * The service sees a call at any moment between its sending and its answer, or within the transit
   * where the answer takes longer.
   */
  @Property(tries = 200)
  void noWindowHoldsMoreThanTheLimitHoweverLateCallsAreSeen(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int limit) {
    Random random = new Random(seed);
    SlidingWindowLimiter sliding = new SlidingWindowLimiter(limit, Duration.ofSeconds(1), TRANSIT);
    List<Long> seen = new ArrayList<>();
    List<Answer> pending = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 2000; i++) {
      now += (long) (random.nextDouble() * SECOND / limit);
      long time = now;
      pending.stream()
          .filter(a -> a.at <= time)
          .sorted((a, b) -> Long.compare(a.at, b.at))
          .forEach(a -> sliding.answered(a.slot, a.at));
      pending.removeIf(a -> a.at <= time);
      if (sliding.nextAt(1) <= now) {
        SlidingWindowLimiter.Slot slot = sliding.take(now, false);
        long latency = (long) (random.nextDouble() * 3 * SECOND);
        long known = Math.min(latency, TRANSIT.toNanos());
        seen.add(now + (long) (random.nextDouble() * known));
        pending.add(new Answer(now + latency, slot));
      }
    }
    assertThat(most(seen)).isLessThanOrEqualTo(limit);
  }

  private record Answer(long at, SlidingWindowLimiter.Slot slot) {}

  private static int most(List<Long> seen) {
    Collections.sort(seen);
    int most = 0;
    for (int from = 0, to = 0; to < seen.size(); to++) {
      while (seen.get(to) - seen.get(from) >= SECOND) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  @Test
  void whatIsAllowedCanBeUsed() {
    SlidingWindowLimiter sliding = new SlidingWindowLimiter(10, Duration.ofSeconds(1), TRANSIT);
    int sent = 0;
    for (long now = 0; now < 60 * SECOND; now = Math.max(now, sliding.nextAt(1))) {
      sliding.answered(sliding.take(now, false), now);
      sent++;
    }
    assertThat(sent).isBetween(590, 600);
  }

  @Test
  void aShareOfLessThanOneCallIsOneInALongerTime() {
    SlidingWindowLimiter quarter = new SlidingWindowLimiter(0.25, Duration.ofSeconds(1), TRANSIT);
    quarter.answered(quarter.take(0, false), 0);

    assertThat(quarter.nextAt(1)).isBetween(4 * SECOND, 5 * SECOND);
  }

  @Test
  void whatWasNeverSentTakesNoPlace() {
    SlidingWindowLimiter one = new SlidingWindowLimiter(1, Duration.ofSeconds(1), TRANSIT);
    one.unsent(one.take(0, false));

    assertThat(one.nextAt(1)).isLessThanOrEqualTo(0);
  }

  @Test
  void anAnswerThatComesWhenThePlaceIsTakenAgainChangesNothing() {
    SlidingWindowLimiter one = new SlidingWindowLimiter(1, Duration.ofSeconds(1), TRANSIT);
    SlidingWindowLimiter.Slot first = one.take(0, false);
    long again = one.nextAt(1);
    one.take(again, false);
    long next = one.nextAt(1);

    one.answered(first, again + 1);

    assertThat(one.nextAt(1)).isEqualTo(next);
    assertThatThrownBy(() -> one.take(again + 1, false)).isInstanceOf(IllegalStateException.class);
  }
}
