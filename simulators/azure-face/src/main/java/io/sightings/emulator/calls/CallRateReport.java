package io.sightings.emulator.calls;

import java.time.Duration;

/**
 * How calls were spread over time.
 *
 * @param calls that arrived
 * @param paid of these, how many counted against the rate and are charged
 * @param highestInASecond the most calls that arrived within any second
 * @param highestInAMinute within any minute
 * @param highestPaidInASecond the most paid calls that arrived within any second
 * @param highestPaidInAMinute within any minute
 */
public record CallRateReport(
    long calls,
    long paid,
    int highestInASecond,
    int highestInAMinute,
    int highestPaidInASecond,
    int highestPaidInAMinute) {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  public static CallRateReport of(CallLog log) {
    return new CallRateReport(
        log.counts().values().stream().mapToLong(OperationCounts::calls).sum(),
        log.counts().values().stream().mapToLong(OperationCounts::paid).sum(),
        log.highest(SECOND, false),
        log.highest(MINUTE, false),
        log.highest(SECOND, true),
        log.highest(MINUTE, true));
  }
}
