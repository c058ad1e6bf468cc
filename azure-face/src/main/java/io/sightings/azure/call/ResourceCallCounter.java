package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceOperation;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of a resource by operation. */
final class ResourceCallCounter {
  private final Map<FaceOperation, Adders> adders = new EnumMap<>(FaceOperation.class);

  ResourceCallCounter() {
    for (FaceOperation operation : FaceOperation.values()) {
      adders.put(operation, new Adders());
    }
  }

  void sent(FaceOperation operation) {
    adders.get(operation).sent.increment();
  }

  void failed(FaceOperation operation, FaceErrorKind fault) {
    Adders count = adders.get(operation);
    count.failed.increment();
    if (!BillingRule.apply(fault)) {
      count.free.increment();
    }
    if (fault == FaceErrorKind.THROTTLED) {
      count.throttled.increment();
    }
  }

  CallCounts counts() {
    Map<FaceOperation, CallCounts.Count> counts = new EnumMap<>(FaceOperation.class);
    adders.forEach(
        (operation, count) -> {
          if (count.sent.sum() > 0) {
            counts.put(operation, count.count());
          }
        });
    return new CallCounts(counts);
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
