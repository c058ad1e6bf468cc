package io.sightings.azure.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** No more than so many calls in a day, which is one of UTC. Not thread-safe. */
final class DailyLimiter {
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
