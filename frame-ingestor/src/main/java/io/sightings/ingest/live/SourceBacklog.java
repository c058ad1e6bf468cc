package io.sightings.ingest.live;

import io.sightings.contract.Frame;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.live.PendingFrame.Gap;
import io.sightings.ingest.live.PendingFrame.Heartbeat;
import io.sightings.ingest.live.PendingFrame.Picture;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one source has to say and has not handed over yet, in order. A picture that is dropped
 * leaves a hole in the sequence numbers of those that are sent, so that consumers see what they
 * miss. Records without a picture take little: neighbours are merged, so that there are never more
 * than two between two pictures. Of one thread at a time.
 */
final class SourceBacklog {
  /** What a picture takes besides its bytes, itself and its neighbours included. */
  static final int OVERHEAD = 1024;

  private final SourceInfo source;
  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private long bytes;
  private int pictures;
  private String epoch = "";
  private long sequence;

  /** Dropped behind the last entry. */
  private long droppedLast;

  /**
   * @param dropped pictures between the entry before and this
   */
  private record Entry(PendingFrame item, long dropped) {}

  SourceBacklog(SourceInfo source) {
    this.source = source;
  }

  /** What a picture takes, in bytes. */
  static long cost(Picture picture) {
    return picture.image().bytes().length + OVERHEAD;
  }

  /** What the pictures take, in bytes. */
  long bytes() {
    return bytes;
  }

  int pictures() {
    return pictures;
  }

  /** All that waits, pictures and others. */
  int size() {
    return entries.size();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void add(PendingFrame item) {
    append(entries, new Entry(item, droppedLast));
    droppedLast = 0;
    if (item instanceof Picture picture) {
      bytes += cost(picture);
      pictures++;
    }
  }

  /** A picture that cannot even wait. */
  void drop() {
    droppedLast++;
  }

  /** Drops the oldest picture; there must be one. */
  void dropOldest() {
    ArrayDeque<Entry> front = new ArrayDeque<>();
    while (!(entries.element().item() instanceof Picture)) {
      front.add(entries.remove());
    }
    Entry gone = entries.remove();
    took((Picture) gone.item());
    long dropped = gone.dropped() + 1;
    while (!entries.isEmpty() && !(entries.element().item() instanceof Picture)) {
      Entry next = entries.remove();
      append(front, new Entry(next.item(), next.dropped() + dropped));
      dropped = 0;
    }
    if (entries.isEmpty()) {
      droppedLast += dropped;
    } else {
      Entry next = entries.remove();
      entries.addFirst(new Entry(next.item(), next.dropped() + dropped));
    }
    while (!front.isEmpty()) {
      entries.addFirst(front.removeLast());
    }
  }

  /** Drops all there is. */
  void clear() {
    droppedLast += entries.stream().mapToLong(Entry::dropped).sum() + pictures;
    entries.clear();
    bytes = 0;
    pictures = 0;
  }

  /** The next one; null where there is none. */
  @Nullable PendingFrame peek() {
    return entries.isEmpty() ? null : entries.element().item();
  }

  /** Takes the next one, numbered. */
  Frame poll() {
    Entry next = entries.remove();
    if (next.item() instanceof Picture picture) {
      took(picture);
    }
    if (!next.item().epoch().equals(epoch)) {
      epoch = next.item().epoch();
      sequence = 0;
    }
    sequence += next.dropped();
    return next.item().numbered(source, sequence++);
  }

  private void took(Picture picture) {
    bytes -= cost(picture);
    pictures--;
  }

  /** Puts it last; what it makes superfluous goes. */
  private static void append(Deque<Entry> entries, Entry added) {
    Entry entry = added;
    while (!entries.isEmpty()) {
      PendingFrame both = merged(entries.getLast().item(), entry.item());
      if (both == null) {
        break;
      }
      entry = new Entry(both, entries.removeLast().dropped() + entry.dropped());
    }
    entries.addLast(entry);
  }

  /** What says as much as both; null where nothing does. */
  private static @Nullable PendingFrame merged(PendingFrame first, PendingFrame second) {
    if (first instanceof Heartbeat && (second instanceof Heartbeat || second instanceof Gap)) {
      return second;
    }
    if (first instanceof Gap before && second instanceof Gap gap) {
      // What was seen in between was dropped, or this would not stand beside that.
      boolean sameRun = before.epoch().equals(gap.epoch());
      return sameRun ? new Gap(gap.epoch(), before.from(), gap.at()) : gap;
    }
    return null;
  }
}
