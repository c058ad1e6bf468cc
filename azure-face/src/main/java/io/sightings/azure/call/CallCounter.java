package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceOperation;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by operation: those of a resource, or those for one purpose, such as a sighting. */
public final class CallCounter {
  private final Map<FaceOperation, Adders> adders = new ConcurrentHashMap<>();

  void sent(FaceOperation operation) {
    of(operation).sent.increment();
  }

  void failed(FaceOperation operation, FaceErrorKind fault) {
    Adders count = of(operation);
    count.failed.increment();
    if (!RetryRule.isPaid(fault)) {
      count.free.increment();
    }
    if (fault == FaceErrorKind.THROTTLED) {
      count.throttled.increment();
    }
  }

  private Adders of(FaceOperation operation) {
    return adders.computeIfAbsent(operation, absent -> new Adders());
  }

  CallCounts counts() {
    Map<FaceOperation, CallCounts.Count> counts = new EnumMap<>(FaceOperation.class);
    adders.forEach((operation, count) -> counts.put(operation, count.count()));
    return new CallCounts(counts);
  }

  /** Calls sent, each retry counted. */
  public long sentCalls() {
    return counts().total().sent();
  }

  /**
   * Those of them the service charges for, as far as can be told: lost ones are counted as paid.
   */
  public long paidCalls() {
    return counts().total().paid();
  }

  private static final class Adders {
    private final LongAdder sent = new LongAdder();
    private final LongAdder free = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    CallCounts.Count count() {
      long calls = sent.sum();
      return new CallCounts.Count(
          calls, Math.max(0, calls - free.sum()), failed.sum(), throttled.sum());
    }
  }
}
