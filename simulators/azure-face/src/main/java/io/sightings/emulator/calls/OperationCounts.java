package io.sightings.emulator.calls;

import java.util.Map;
import java.util.TreeMap;

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
