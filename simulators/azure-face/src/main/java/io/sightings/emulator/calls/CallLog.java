package io.sightings.emulator.calls;

import io.sightings.emulator.calls.CallLog.OperationCounts;
import io.sightings.emulator.wire.ApiOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every call there was, so that a test can say what a scenario cost and how it was spread. */
public final class CallLog {
  /** Of the oldest no more is known than that they were. */
  private static final int MAX_CALLS = 200_000;

  private final InstantSource clock;
  private final Deque<InFlightCall> calls = new ArrayDeque<>();
  private long number;
  private long forgotten;

  public CallLog(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Notes that a call has arrived.
   *
   * @param operation where there is such a path
   */
  public synchronized InFlightCall arrived(
      @Nullable ApiOperation operation, String requestId, @Nullable String clientRequestId) {
    RecordedCall call =
        new RecordedCall(
            ++number,
            operation,
            clock.instant(),
            null,
            0,
            false,
            null,
            null,
            requestId,
            clientRequestId,
            0);
    InFlightCall open = new InFlightCall(call, clock);
    calls.addLast(open);
    if (calls.size() > MAX_CALLS) {
      calls.removeFirst();
      forgotten++;
    }
    return open;
  }

  /** All since a number, oldest first; those not ended yet are among them. */
  public synchronized List<RecordedCall> since(long after) {
    return calls.stream()
        .map(InFlightCall::recorded)
        .filter(call -> call.number() > after)
        .toList();
  }

  /** How many calls are no longer listed. */
  public synchronized long forgotten() {
    return forgotten;
  }

  /** By operation, in the order of their names. */
  public Map<String, OperationCounts> counts() {
    Map<String, OperationCounts> counts = new TreeMap<>();
    for (RecordedCall call : since(0)) {
      String operation = call.operation() == null ? "unknown" : call.operation().id();
      counts.merge(operation, OperationCounts.of(call), OperationCounts::plus);
    }
    return counts;
  }

  /**
   * The most calls that arrived within any span of this length.
   *
   * @param paidOnly leaves out what was throttled, refused or dropped before it cost anything
   */
  public int highest(Duration span, boolean paidOnly) {
    List<Instant> times =
        since(0).stream()
            .filter(call -> !paidOnly || call.paid())
            .map(RecordedCall::arrived)
            .sorted()
            .toList();
    int highest = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (!times.get(first).plus(span).isAfter(times.get(last))) {
        first++;
      }
      highest = Math.max(highest, last - first + 1);
    }
    return highest;
  }

  public synchronized void clear() {
    calls.clear();
    number = 0;
    forgotten = 0;
  }

  /**
   * How often an operation was called.
   *
   * @param calls that arrived
   * @param paid of these, how many counted against the rate and are charged
   * @param byStatus how many had which status; 0 for those without an answer
   */
  public record OperationCounts(long calls, long paid, Map<Integer, Long> byStatus) {

    static OperationCounts of(RecordedCall call) {
      return new OperationCounts(1, call.paid() ? 1 : 0, Map.of(call.status(), 1L));
    }

    OperationCounts plus(OperationCounts other) {
      Map<Integer, Long> sum = new TreeMap<>(byStatus);
      other.byStatus.forEach((status, count) -> sum.merge(status, count, Long::sum));
      return new OperationCounts(calls + other.calls, paid + other.paid, sum);
    }
  }

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
}
