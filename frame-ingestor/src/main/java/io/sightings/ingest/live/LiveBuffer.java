package io.sightings.ingest.live;

import io.sightings.contract.Frame;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.monitor.SourceMonitor;
import java.util.ArrayDeque;
import java.util.Comparator;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The memory of all live sources together: what they have sampled and Kafka has not taken yet never
 * takes more than a fixed number of bytes. Where there is no room, the source that holds most gives
 * up its oldest picture; so no source ever waits, and the newest pictures survive.
 *
 * <p>It is its own lock, held for some microseconds at a time: never over a call into Kafka or into
 * native code, nor while something is logged.
 */
final class LiveBuffer {
  /** What has been handed over cannot be given up any more, and so it shall be a small part. */
  private static final int WINDOW_SHARE = 4;

  private static final long WINDOW = 8 << 20;

  /** Sources with something to say, in the order in which it is their turn. */
  private final ArrayDeque<LiveQueue> turn = new ArrayDeque<>();

  private long limit;
  private long waiting;
  private long handed;
  private long dropped;
  private boolean closed;

  /**
   * A frame that now has to be sent.
   *
   * @param receipt to be told once what became of it
   */
  record Handed(Frame frame, Receipt receipt) {}

  /**
   * @param limit in bytes
   */
  LiveBuffer(long limit) {
    this.limit = limit;
  }

  /** The most that is ever handed over at once, in bytes, apart from one larger picture. */
  static int window() {
    return (int) WINDOW;
  }

  /** A source that will have something to say. */
  LiveQueue queue(SourceInfo source, SourceMonitor monitor, String epoch) {
    return new LiveQueue(this, source, monitor, epoch);
  }

  synchronized void resize(long otherLimit) {
    limit = otherLimit;
    makeRoom(0);
  }

  /** What waits or is on its way, in bytes. */
  synchronized long held() {
    return waiting + handed;
  }

  /** Pictures given up so far, of all sources. */
  synchronized long dropped() {
    return dropped;
  }

  /**
   * Drops pictures until so many bytes can be added.
   *
   * @return whether they can
   */
  synchronized boolean makeRoom(long cost) {
    if (handed + cost > limit) {
      return false;
    }
    while (waiting + handed + cost > limit) {
      LiveQueue most =
          turn.stream()
              .max(Comparator.comparingLong(queue -> queue.backlog().bytes()))
              .orElseThrow();
      long before = most.backlog().bytes();
      most.dropOldest();
      waiting += most.backlog().bytes() - before;
      if (most.backlog().isEmpty()) {
        turn.remove(most);
      }
    }
    return true;
  }

  /**
   * @param first whether the queue was empty before
   */
  synchronized void added(LiveQueue queue, PendingFrame item, boolean first) {
    if (item instanceof PendingFrame.Picture picture) {
      waiting += SourceBacklog.cost(picture);
    }
    if (first) {
      turn.addLast(queue);
    }
    notifyAll();
  }

  /** The queue says nothing any more. */
  synchronized void removed(LiveQueue queue) {
    waiting -= queue.backlog().bytes();
    turn.remove(queue);
  }

  synchronized void countDropped(long pictures) {
    dropped += pictures;
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

  /** As {@link #take()}, but null where it would have to wait. */
  synchronized @Nullable Handed poll() {
    LiveQueue queue = turn.peek();
    if (queue == null) {
      return null;
    }
    long cost =
        queue.backlog().peek() instanceof PendingFrame.Picture picture
            ? SourceBacklog.cost(picture)
            : SourceBacklog.OVERHEAD;
    if (handed > 0 && handed + cost > Math.min(WINDOW, limit / WINDOW_SHARE)) {
      return null;
    }
    turn.remove();
    long before = queue.backlog().bytes();
    Frame frame = queue.hand();
    waiting += queue.backlog().bytes() - before;
    if (!queue.backlog().isEmpty()) {
      turn.addLast(queue);
    }
    handed += cost;
    // Only pictures are counted while they wait, but everything is on its way.
    makeRoom(0);
    return new Handed(frame, new Receipt(queue, cost, frame));
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** What became of a frame. Keeps its size and not its bytes, as it lives until it has arrived. */
  final class Receipt implements Callback {
    private final LiveQueue queue;
    private final long cost;
    private final int size;
    private boolean settled;

    private Receipt(LiveQueue queue, long cost, Frame frame) {
      this.queue = queue;
      this.cost = cost;
      this.size = frame.image() == null ? -1 : frame.image().length;
    }

    /**
     * @param arrived ignored
     * @param failure null where the frame has arrived
     */
    @Override
    public void onCompletion(@Nullable RecordMetadata arrived, Exception failure) {
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
