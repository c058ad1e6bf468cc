package io.sightings.ingest.live;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Holds what all live sources have sampled and Kafka has not taken yet, within a fixed number of
 * bytes. If there is no room, the source that holds most gives up its oldest image: no source
 * waits, and the newest images survive.
 *
 * <p>The buffer is the lock of all its queues. It is held for some microseconds, never over a call
 * into Kafka or native code, nor while something is logged.
 */
final class LiveBuffer {
  /** A frame that was handed over cannot be dropped any more: such frames are a small part. */
  private static final int WINDOW_SHARE = 4;

  private static final long MAX_WINDOW_BYTES = 8 << 20;

  /** Queues that are not empty, in the order of their turns. */
  private final ArrayDeque<SourceQueue> turn = new ArrayDeque<>();

  private long limit;

  /** Of the images in all queues, in bytes. */
  private long waiting;

  private long handed;
  private long dropped;
  private boolean closed;

  /**
   * A frame to be sent.
   *
   * @param receipt must be called once with the outcome
   */
  record Handed(Frame frame, Receipt receipt) {}

  /**
   * @param limit in bytes
   */
  LiveBuffer(long limit) {
    this.limit = limit;
  }

  SourceQueue queue(SourceInfo source, SourceMonitor monitor, String epoch) {
    return new SourceQueue(source, monitor, epoch);
  }

  synchronized void resize(long otherLimit) {
    limit = otherLimit;
    makeRoom(0);
  }

  /** What waits or is on its way, in bytes. */
  synchronized long held() {
    return waiting + handed;
  }

  /** Images dropped so far, of all sources. */
  synchronized long dropped() {
    return dropped;
  }

  /**
   * Waits for the next frame whose turn it is, and for room on the way to Kafka.
   *
   * @return null when the buffer is closed
   */
  synchronized @Nullable Handed take() throws InterruptedException {
    while (!closed) {
      Handed next = poll();
      if (next != null) {
        return next;
      }
      wait();
    }
    return null;
  }

  /** As {@link #take()}, but null instead of waiting. */
  synchronized @Nullable Handed poll() {
    SourceQueue queue = turn.peek();
    if (queue == null) {
      return null;
    }
    long cost = queue.entries.element().frame.cost();
    if (handed > 0 && handed + cost > Math.min(MAX_WINDOW_BYTES, limit / WINDOW_SHARE)) {
      return null;
    }
    turn.remove();
    Frame frame = queue.next();
    if (!queue.entries.isEmpty()) {
      turn.addLast(queue);
    }
    handed += cost;
    // While they wait only images count; on their way all frames do.
    makeRoom(0);
    return new Handed(frame, new Receipt(queue, cost, frame));
  }

  /** Drops images until so many bytes can be added. Returns whether they can. */
  private boolean makeRoom(long cost) {
    if (handed + cost > limit) {
      return false;
    }
    while (waiting + handed + cost > limit) {
      turn.stream().max(Comparator.comparingLong(queue -> queue.bytes)).orElseThrow().dropOldest();
    }
    return true;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /**
   * The frames of one live source. A dropped image leaves a hole in the sequence numbers, so that
   * consumers see that it is missing. Neighbours without an image are merged: there are never more
   * than two between two images. The source's monitor counts what becomes of images. Only {@link
   * #close} waits.
   */
  final class SourceQueue {
    private final SourceInfo source;
    private final SourceMonitor monitor;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private String epoch;
    private String sentEpoch = "";
    private long sequence;

    /** Images dropped behind the last entry. */
    private long droppedLast;

    private int handedFrames;
    private boolean ended;

    /**
     * @param dropped images between the entry before and this one
     */
    private record Entry(PendingFrame frame, long dropped) {}

    private SourceQueue(SourceInfo source, SourceMonitor monitor, String epoch) {
      this.source = source;
      this.monitor = monitor;
      this.epoch = epoch;
    }

    /** The frames that follow belong to another run. */
    void begin(String otherEpoch) {
      synchronized (LiveBuffer.this) {
        epoch = otherEpoch;
      }
    }

    void image(EncodedImage image, CaptureTime at) {
      synchronized (LiveBuffer.this) {
        monitor.sampled();
        PendingFrame frame = new PendingFrame(FrameType.IMAGE, epoch, at, image, null);
        if (!ended && makeRoom(frame.cost())) {
          add(frame);
        } else {
          droppedLast++;
          countDropped();
        }
      }
    }

    /**
     * An image that was sampled cannot be used.
     *
     * @param why one sentence
     */
    void rejected(String why) {
      synchronized (LiveBuffer.this) {
        monitor.sampled();
        monitor.rejected(why);
      }
    }

    void heartbeat(CaptureTime at) {
      synchronized (LiveBuffer.this) {
        add(new PendingFrame(FrameType.HEARTBEAT, epoch, at, null, null));
      }
    }

    /** The source was blind from then until now. */
    void gap(Instant from, CaptureTime at) {
      synchronized (LiveBuffer.this) {
        add(new PendingFrame(FrameType.GAP, epoch, at, null, from));
      }
    }

    /** The source is gone for good. */
    void ended(CaptureTime at) {
      synchronized (LiveBuffer.this) {
        add(new PendingFrame(FrameType.ENDED, epoch, at, null, null));
      }
    }

    private void add(PendingFrame frame) {
      if (ended) {
        return;
      }
      if (entries.isEmpty()) {
        turn.addLast(this);
      }
      append(entries, new Entry(frame, droppedLast));
      droppedLast = 0;
      account(frame, 1);
      LiveBuffer.this.notifyAll();
    }

    /** The only place that counts the bytes of what waits. */
    private void account(PendingFrame frame, int sign) {
      if (frame.isImage()) {
        bytes += sign * frame.cost();
        waiting += sign * frame.cost();
      }
    }

    /** Removes the first entry and numbers its frame. */
    private Frame next() {
      Entry next = entries.remove();
      account(next.frame, -1);
      if (!next.frame.epoch().equals(sentEpoch)) {
        sentEpoch = next.frame.epoch();
        sequence = 0;
      }
      sequence += next.dropped;
      handedFrames++;
      return next.frame.numbered(source, sequence++);
    }

    /** Drops the oldest image; there must be one. */
    private void dropOldest() {
      ArrayDeque<Entry> front = new ArrayDeque<>();
      while (!entries.element().frame.isImage()) {
        front.add(entries.remove());
      }
      Entry oldest = entries.remove();
      account(oldest.frame, -1);
      countDropped();
      long holes = oldest.dropped + 1;
      // What stood before the image now meets what stood behind it.
      while (!entries.isEmpty() && !entries.element().frame.isImage()) {
        Entry next = entries.remove();
        append(front, new Entry(next.frame, next.dropped + holes));
        holes = 0;
      }
      if (entries.isEmpty()) {
        droppedLast += holes;
      } else {
        Entry next = entries.remove();
        entries.addFirst(new Entry(next.frame, next.dropped + holes));
      }
      while (!front.isEmpty()) {
        entries.addFirst(front.removeLast());
      }
      if (entries.isEmpty()) {
        turn.remove(this);
      }
    }

    /** Appends an entry and merges it with those it makes superfluous. */
    private static void append(Deque<Entry> entries, Entry added) {
      Entry entry = added;
      while (!entries.isEmpty()) {
        PendingFrame merged = entries.getLast().frame.mergedWith(entry.frame);
        if (merged == null) {
          break;
        }
        entry = new Entry(merged, entries.removeLast().dropped + entry.dropped);
      }
      entries.addLast(entry);
    }

    /**
     * A frame that was handed over has arrived, or never will.
     *
     * @param size of its image in bytes; negative if it has none
     * @param failure null if it has arrived
     */
    private void settled(int size, @Nullable Exception failure) {
      handedFrames--;
      if (size < 0) {
        return;
      }
      if (failure == null) {
        monitor.published(size);
      } else if (failure instanceof RecordTooLargeException) {
        monitor.rejected(
            "Kafka refuses a picture of %d bytes: raise the topic's max.message.bytes, or lower image.maxBytes"
                .formatted(size));
      } else if (failure instanceof InvalidRecordException
          || failure instanceof InvalidTimestampException) {
        monitor.rejected("Kafka refuses a picture: " + failure.getMessage());
      } else {
        countDropped();
        monitor.error("a picture did not arrive in Kafka: " + failure.getMessage());
      }
    }

    private void countDropped() {
      dropped++;
      monitor.dropped();
    }

    /**
     * Takes no more frames and waits until all have arrived. What was not handed over in time is
     * dropped.
     *
     * @return how many images were dropped
     */
    long close(Duration timeout) throws InterruptedException {
      synchronized (LiveBuffer.this) {
        ended = true;
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos();
            left > 0 && (handedFrames > 0 || !entries.isEmpty());
            left = end - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(LiveBuffer.this, left);
        }
        long before = dropped;
        while (bytes > 0) {
          dropOldest();
        }
        entries.clear();
        turn.remove(this);
        return dropped - before;
      }
    }
  }

  /** Takes the outcome of a frame. Keeps its size and not its bytes, as it lives until then. */
  final class Receipt implements Callback {
    private final SourceQueue queue;
    private final long cost;
    private final int size;
    private boolean settled;

    private Receipt(SourceQueue queue, long cost, Frame frame) {
      this.queue = queue;
      this.cost = cost;
      this.size = frame.image() == null ? -1 : frame.image().length;
    }

    /**
     * @param arrived ignored
     * @param failure null if the frame has arrived
     */
    @Override
    public void onCompletion(@Nullable RecordMetadata arrived, @Nullable Exception failure) {
      synchronized (LiveBuffer.this) {
        if (!settled) {
          settled = true;
          handed -= cost;
          queue.settled(size, failure);
          LiveBuffer.this.notifyAll();
        }
      }
    }
  }
}
