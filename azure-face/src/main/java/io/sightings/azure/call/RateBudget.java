package io.sightings.azure.call;

import io.sightings.azure.settings.BudgetSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  /**
   * When a call may be sent, as far as seconds and minutes go.
   *
   * @param arrivals how often the service may see it
   */
  long nextAt(int arrivals) {
    return windows.stream()
        .mapToLong(window -> window.nextAt(arrivals))
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** Whether nothing may be sent before midnight. */
  boolean daySpent(Instant now) {
    return day.spent(now);
  }

  long perDay() {
    return day.limit();
  }

  /**
   * A window of one slot has one place for any call.
   *
   * @param arrivals how often the service may see the call
   */
  Permit take(long now, Instant time, int arrivals) {
    day.take(time);
    List<Place> places = new ArrayList<>();
    for (SlidingWindowLimiter window : windows) {
      for (int i = 0; i < Math.min(arrivals, window.slots()); i++) {
        places.add(new Place(window, window.take(now, arrivals > 1)));
      }
    }
    return new Permit(places);
  }

  void answered(Permit permit, long now) {
    permit.places().forEach(place -> place.window().answered(place.slot(), now));
  }

  /** The call has ended, and when the service sees it is not known. */
  void ended(Permit permit, long now) {
    permit.places().forEach(place -> place.window().ended(place.slot(), now));
  }

  void unsent(Permit permit) {
    day.unsent();
    permit.places().forEach(place -> place.window().unsent(place.slot()));
  }

  /** A call's places: in each window as many as the service may see it. */
  record Permit(List<Place> places) {}

  private record Place(SlidingWindowLimiter window, SlidingWindowLimiter.Slot slot) {}

  /** No more than so many calls in a day, which is one of UTC. Not thread-safe. */
  private static final class DailyLimiter {
    private final long limit;
    private LocalDate day = LocalDate.EPOCH;
    private long spent;

    /**
     * @param limit 0 for none
     */
    DailyLimiter(double limit) {
      this.limit = limit == 0 ? Long.MAX_VALUE : Math.max(1, (long) limit);
    }

    boolean spent(Instant now) {
      turn(now);
      return spent >= limit;
    }

    void take(Instant now) {
      turn(now);
      spent++;
    }

    void unsent() {
      spent = Math.max(0, spent - 1);
    }

    long limit() {
      return limit;
    }

    private void turn(Instant now) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      if (today.isAfter(day)) { // a clock set back does not give the budget again
        day = today;
        spent = 0;
      }
    }
  }
}
