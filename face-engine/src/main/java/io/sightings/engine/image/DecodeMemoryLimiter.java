package io.sightings.engine.image;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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

  /**
   * @param bytes that large pictures share
   */
  public DecodeMemoryLimiter(long bytes) {
    this(bytes, WAIT_TIMEOUT);
  }

  DecodeMemoryLimiter(long bytes, Duration timeout) {
    this.units = units(bytes);
    this.free = new Semaphore(units, true);
    this.timeout = timeout;
  }

  /** Memory held for one picture until it is closed. */
  public interface Share extends AutoCloseable {
    /** Whether others wait for this memory. */
    boolean large();

    @Override
    void close();
  }

  /**
   * Waits until the memory is free.
   *
   * @param bytes that the picture takes
   * @throws IllegalStateException if other pictures hold the memory for 20 s, as a decoder that
   *     never returns does
   */
  public Share reserve(long bytes) {
    if (bytes <= MAX_UNSHARED) {
      return share(0);
    }
    int wanted = Math.min(units(bytes), units);
    try {
      if (!free.tryAcquire(wanted, timeout.toNanos(), TimeUnit.NANOSECONDS)) {
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

  private Share share(int held) {
    return new Share() {
      @Override
      public boolean large() {
        return held > 0;
      }

      @Override
      public void close() {
        free.release(held);
      }
    };
  }

  private static int units(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
  }
}
