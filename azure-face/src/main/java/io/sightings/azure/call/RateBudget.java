package io.sightings.azure.call;

import io.sightings.azure.settings.BudgetSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a resource may be asked in a second, a minute and a day. Not thread-safe. */
final class RateBudget {
  private final List<SlidingWindowLimiter> windows = new ArrayList<>();
  private final DailyLimiter day;

  RateBudget(BudgetSettings settings) {
    double share = settings.share();
    Duration transit = settings.transit();
    windows.add(
        new SlidingWindowLimiter(settings.perSecond() * share, Duration.ofSeconds(1), transit));
    if (settings.perMinute() > 0) {
      windows.add(
          new SlidingWindowLimiter(settings.perMinute() * share, Duration.ofMinutes(1), transit));
    }
    day = new DailyLimiter(settings.perDay() * share);
  }

  /** When the next call may be sent, as far as seconds and minutes go. */
  long nextAt() {
    return windows.stream().mapToLong(SlidingWindowLimiter::nextAt).max().orElse(Long.MIN_VALUE);
  }

  /** Whether nothing may be sent before midnight. */
  boolean daySpent(Instant now) {
    return day.spent(now);
  }

  long perDay() {
    return day.limit();
  }

  Permit take(long now, Instant time) {
    day.take(time);
    return new Permit(windows.stream().map(window -> window.take(now)).toList());
  }

  void answered(Permit permit, long now) {
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).answered(permit.slots().get(i), now);
    }
  }

  void unsent(Permit permit) {
    day.unsent();
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).unsent(permit.slots().get(i));
    }
  }

  /** A call's place in each window. */
  record Permit(List<SlidingWindowLimiter.Slot> slots) {}
}
