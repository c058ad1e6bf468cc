package io.sightings.azure.call;

import java.util.concurrent.atomic.LongAdder;

/** Counts the calls made for one purpose, such as a sighting. */
public final class RequestCallCounter {
  private final LongAdder sent = new LongAdder();
  private final LongAdder paid = new LongAdder();

  void sent() {
    sent.increment();
    paid.increment();
  }

  /** One of those sent turned out to cost nothing. */
  void free() {
    paid.decrement();
  }

  /** Calls sent, each retry counted. */
  public long sentCalls() {
    return sent.sum();
  }

  /**
   * Those of them the service charges for, as far as can be told: lost ones are counted as paid.
   */
  public long paidCalls() {
    return paid.sum();
  }
}
