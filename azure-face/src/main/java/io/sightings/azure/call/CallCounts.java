package io.sightings.azure.call;

import io.sightings.azure.client.FaceOperation;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was asked of a resource, or of several, since this process began to.
 *
 * @param operations those that were asked at all
 */
public record CallCounts(Map<FaceOperation, Count> operations) {

  /**
   * Calls of one operation.
   *
   * @param sent each retry counted
   * @param paid those the service charges for, as far as can be told
   * @param failed those that were answered with an error, or not at all
   * @param throttled those of them that were answered with 429
   */
  public record Count(long sent, long paid, long failed, long throttled) {
    Count minus(Count other) {
      return new Count(
          sent - other.sent, paid - other.paid, failed - other.failed, throttled - other.throttled);
    }

    Count plus(Count other) {
      return new Count(
          sent + other.sent, paid + other.paid, failed + other.failed, throttled + other.throttled);
    }
  }

  public CallCounts {
    operations = Map.copyOf(operations);
  }

  public CallCounts plus(CallCounts others) {
    Map<FaceOperation, Count> all = new EnumMap<>(FaceOperation.class);
    all.putAll(operations);
    others.operations.forEach((operation, count) -> all.merge(operation, count, Count::plus));
    return new CallCounts(all);
  }

  /** What was asked since an earlier look. */
  public CallCounts minus(CallCounts earlier) {
    Map<FaceOperation, Count> all = new EnumMap<>(FaceOperation.class);
    Count none = new Count(0, 0, 0, 0);
    operations.forEach(
        (operation, count) ->
            all.put(operation, count.minus(earlier.operations.getOrDefault(operation, none))));
    return new CallCounts(all);
  }

  public Count total() {
    return operations.values().stream().reduce(new Count(0, 0, 0, 0), Count::plus);
  }

  /** An estimate of the cost. */
  public double cost(double pricePerThousand) {
    return total().paid() * pricePerThousand / 1000;
  }
}
