package io.sightings.ingest.publish;

import io.sightings.contract.Frame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.settings.DurationText;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.Callback;

/**
 * A share of the producer with its own limit of bytes in flight: files that fill theirs keep no
 * camera and no upload waiting. Safe for use by many threads.
 */
public final class ProducerShare {
  /** Waits without a limit. A longer time cannot be counted in nanoseconds. */
  public static final Duration FOREVER = Duration.ofDays(36_500);

  /** Semaphores count in ints, and a kibibyte more or less does not matter. */
  private static final int UNIT = 1024;

  private final FramePublisher publisher;
  private final int limit;
  private final Semaphore room;
  private final Duration timeout;
  private volatile long lastArrival = System.nanoTime();

  /**
   * @param bytes that may be in flight at once
   * @param timeout how long nothing may arrive before the broker is given up
   */
  ProducerShare(FramePublisher publisher, int bytes, Duration timeout) {
    this.publisher = publisher;
    this.timeout = timeout;
    limit = bytes / UNIT;
    // Fair, as otherwise a source of small frames would starve one of large ones.
    room = new Semaphore(limit, true);
  }

  /**
   * Continues a run of a source.
   *
   * @param from how many of its frames have arrived before; those are not sent
   * @param arrivals receives the bytes of each image that arrives, on another thread; must be quick
   */
  public SourcePublisher source(SourceInfo source, String epoch, long from, IntConsumer arrivals) {
    return new SourcePublisher(this, source, epoch, from, arrivals);
  }

  String describe() {
    return publisher.describe();
  }

  /**
   * Sends a frame as soon as there is room for it. The callback runs once, mostly on another
   * thread.
   *
   * @throws PublishException if there is no room, as nothing arrives
   */
  public void send(Frame frame, Callback callback) throws PublishException, InterruptedException {
    publisher.awaitOpen(timeout);
    int units = acquire(frame.image() == null ? 0 : frame.image().length);
    boolean sent = false;
    try {
      publisher.send(
          frame,
          (metadata, failure) -> {
            release(units);
            callback.onCompletion(metadata, failure);
          });
      sent = true;
    } finally {
      if (!sent) {
        release(units);
      }
    }
  }

  private int acquire(int bytes) throws PublishException, InterruptedException {
    int units = Math.min(limit, bytes / UNIT + 1);
    if (room.availablePermits() == limit) {
      // Nothing was in flight, so that nothing could arrive.
      lastArrival = System.nanoTime();
    }
    boolean acquired;
    do {
      // As long as something arrives there will be room.
      acquired = room.tryAcquire(units, timeLeft().toNanos(), TimeUnit.NANOSECONDS);
    } while (!acquired);
    return units;
  }

  private void release(int units) {
    lastArrival = System.nanoTime();
    room.release(units);
  }

  /**
   * How long the broker is still waited for.
   *
   * @throws PublishException if nothing has arrived for too long
   */
  Duration timeLeft() throws PublishException {
    long left = timeout.toNanos() - (System.nanoTime() - lastArrival);
    if (left <= 0) {
      throw new PublishException("no frame has arrived for " + DurationText.format(timeout));
    }
    return Duration.ofNanos(left);
  }
}
