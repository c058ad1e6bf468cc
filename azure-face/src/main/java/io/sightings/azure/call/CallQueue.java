package io.sightings.azure.call;

import io.sightings.azure.call.CallOptions.CallPriority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Calls that wait for their turn: the urgent first, among equals the one whose patience ends first,
 * so that a live source comes before a recording, and a recording before its own patience ends.
 * Bounded: where it is full, the last one leaves. Not thread-safe.
 */
final class CallQueue {
  private final TreeSet<PendingCall> waiting =
      new TreeSet<>(
          Comparator.<PendingCall, CallPriority>comparing(ticket -> ticket.options.priority())
              .thenComparingLong(ticket -> ticket.deadline)
              .thenComparingLong(ticket -> ticket.number));

  private final int bound;
  private long number;

  CallQueue(int bound) {
    this.bound = bound;
  }

  int size() {
    return waiting.size();
  }

  /** Returns the call that leaves for it: another, the one itself, or null where there is room. */
  @Nullable PendingCall add(PendingCall ticket) {
    ticket.number = number++;
    waiting.add(ticket);
    return waiting.size() > bound ? waiting.pollLast() : null;
  }

  /** Puts one that was sent before in its old place; there is always room for it. */
  void addAgain(PendingCall ticket) {
    waiting.add(ticket);
  }

  /**
   * The call whose turn it is; null where none may be sent yet.
   *
   * @param fits which calls may be sent
   */
  @Nullable PendingCall next(long now, Predicate<PendingCall> fits) {
    for (PendingCall ticket : waiting) {
      if (ticket.notBefore <= now && fits.test(ticket)) {
        return ticket;
      }
    }
    return null;
  }

  void remove(PendingCall ticket) {
    waiting.remove(ticket);
  }

  /** Takes out all that fit. */
  List<PendingCall> remove(Predicate<PendingCall> fits) {
    List<PendingCall> out = new ArrayList<>();
    waiting.removeIf(ticket -> fits.test(ticket) && out.add(ticket));
    return out;
  }

  /**
   * When the first deadline ends or the first pause, the sooner one; Long.MAX_VALUE for none.
   *
   * @param sendableAt when a call may be sent
   */
  long soonest(long now, ToLongFunction<PendingCall> sendableAt) {
    long soonest = Long.MAX_VALUE;
    for (PendingCall ticket : waiting) {
      soonest = Math.min(soonest, ticket.deadline);
      long sendable = Math.max(ticket.notBefore, sendableAt.applyAsLong(ticket));
      if (sendable > now) {
        soonest = Math.min(soonest, sendable);
      }
    }
    return soonest;
  }
}
