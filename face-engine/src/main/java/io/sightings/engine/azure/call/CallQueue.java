package io.sightings.engine.azure.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Calls that wait for their turn: the urgent first, among equals the earlier. Bounded: where it is
 * full, the latest of the least urgent gives way to a more urgent one. Not thread-safe.
 */
final class CallQueue {
  private final Map<Priority, Deque<Ticket>> waiting = new EnumMap<>(Priority.class);
  private final int bound;
  private int size;

  CallQueue(int bound) {
    this.bound = bound;
    for (Priority priority : Priority.values()) {
      waiting.put(priority, new ArrayDeque<>());
    }
  }

  int size() {
    return size;
  }

  /** Returns who has to leave for it: another, the one itself, or null where there is room. */
  Ticket add(Ticket ticket) {
    Ticket leaving = null;
    if (size >= bound) {
      leaving = evict(ticket.options.priority());
      if (leaving == null) {
        return ticket;
      }
    }
    waiting.get(ticket.options.priority()).addLast(ticket);
    size++;
    return leaving;
  }

  /** Puts one that was sent before in front of its equals; there is always room for it. */
  void addAgain(Ticket ticket) {
    waiting.get(ticket.options.priority()).addFirst(ticket);
    size++;
  }

  private Ticket evict(Priority newcomer) {
    Priority[] priorities = Priority.values();
    for (int i = priorities.length - 1; i > newcomer.ordinal(); i--) {
      Ticket last = waiting.get(priorities[i]).pollLast();
      if (last != null) {
        size--;
        return last;
      }
    }
    return null;
  }

  /** Takes out whose turn it is; null where nobody may be sent yet. */
  Ticket next(long now) {
    for (Deque<Ticket> equals : waiting.values()) {
      for (Iterator<Ticket> tickets = equals.iterator(); tickets.hasNext(); ) {
        Ticket ticket = tickets.next();
        if (ticket.notBefore <= now) {
          tickets.remove();
          size--;
          return ticket;
        }
      }
    }
    return null;
  }

  /** Takes out all that fit. */
  List<Ticket> remove(Predicate<Ticket> fits) {
    List<Ticket> out = new ArrayList<>();
    for (Deque<Ticket> equals : waiting.values()) {
      equals.removeIf(ticket -> fits.test(ticket) && out.add(ticket));
    }
    size -= out.size();
    return out;
  }

  /**
   * When the first deadline ends or the first pause, whichever is sooner; Long.MAX_VALUE for none.
   */
  long soonest(long now) {
    long soonest = Long.MAX_VALUE;
    for (Deque<Ticket> equals : waiting.values()) {
      for (Ticket ticket : equals) {
        soonest = Math.min(soonest, ticket.deadline);
        if (ticket.notBefore > now) {
          soonest = Math.min(soonest, ticket.notBefore);
        }
      }
    }
    return soonest;
  }
}
