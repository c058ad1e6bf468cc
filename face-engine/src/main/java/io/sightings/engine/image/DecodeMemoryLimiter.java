package io.sightings.engine.image;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Bounds the native memory that large pictures take at the same time: the analysers of an engine
 * share as much as one picture may take. A picture waits in order of arrival until the others leave
 * enough; small ones never wait. Thread-safe.
 */
public final class DecodeMemoryLimiter {
  /** In bytes. A picture of 10 megapixels takes about as much; a full HD frame takes 6 MB. */
  public static final long MAX_UNSHARED = 32L << 20;

  /** Below the timeout of a frame's analysis, so that the frame is rejected with the reason. */
  private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(20);

  private static final int UNIT = 1 << 20;

  private final int units;
  private final Semaphore free;
  private final Duration timeout;
  private final LongSupplier nanoTime;

  /** When each large picture got its share. */
  private final Map<Share, Long> held = new ConcurrentHashMap<>();

  /**
   * @param bytes that large pictures share
   */
  public DecodeMemoryLimiter(long bytes) {
    this(bytes, WAIT_TIMEOUT, System::nanoTime);
  }

  DecodeMemoryLimiter(long bytes, Duration timeout, LongSupplier nanoTime) {
    this.units = units(bytes);
    this.free = new Semaphore(units, true);
    this.timeout = timeout;
    this.nanoTime = nanoTime;
  }

  /** Memory held for one picture until it is closed. */
  public interface Share extends AutoCloseable {
    /** Whether others wait for this memory. */
    boolean large();

    @Override
    void close();
  }

  /**
   * Waits until the memory is free, but for no picture that has held its share for 20 s: its
   * decoder may never return, and each wait takes a worker from small pictures.
   *
   * @param bytes that the picture takes
   * @throws IllegalStateException if the memory is not free after 20 s, or at once where another
   *     picture has held its share for as long
   */
  public Share reserve(long bytes) {
    if (bytes <= MAX_UNSHARED) {
      return share(0);
    }
    int wanted = Math.min(units(bytes), units);
    try {
      if (!free.tryAcquire(wanted, patience(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException(
            "Other large pictures have held the memory for decoding (engine.image.maxMemory) for "
                + timeout.toSeconds()
                + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for memory to decode.", e);
    }
    return share(wanted);
  }

  /** In nanoseconds; 0 or less where a picture has held its share for the timeout. */
  private long patience() {
    long now = nanoTime.getAsLong();
    long longest = held.values().stream().mapToLong(since -> now - since).max().orElse(0);
    return timeout.toNanos() - longest;
  }

  private Share share(int taken) {
    Share share =
        new Share() {
          @Override
          public boolean large() {
            return taken > 0;
          }

          @Override
          public void close() {
            held.remove(this);
            free.release(taken);
          }
        };
    if (taken > 0) {
      held.put(share, nanoTime.getAsLong());
    }
    return share;
  }

  private static int units(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
  }
}
