package io.sightings.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes, which do not signal when they are ready. */
public final class ProcessAwait {
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private ProcessAwait() {}

  /**
   * @param what as in "waited in vain until …"
   * @throws LocalRuntimeException if it is not so in time
   */
  public static void until(String what, Duration patience, BooleanSupplier condition) {
    if (!within(patience, condition)) {
      throw new LocalRuntimeException(
          Thread.currentThread().isInterrupted()
              ? "Interrupted while waiting until " + what + "."
              : "Waited for " + patience.toSeconds() + " s in vain until " + what + ".");
    }
  }

  /**
   * @return whether it was so in time; false also when interrupted
   */
  public static boolean within(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    return true;
  }
}
