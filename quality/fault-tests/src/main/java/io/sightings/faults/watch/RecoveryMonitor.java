package io.sightings.faults.watch;

import io.sightings.faults.product.LocalProduct;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessAwait;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits from a fault until the job works again: a checkpoint that was begun after the fault is
 * complete, which takes all its tasks and makes new results visible to whoever reads the topic; and
 * frames have been read that were not read before.
 */
public final class RecoveryMonitor {
  private final LocalProduct product;
  private final FrameConsumptionProgress frames;
  private final Instant since;
  private final long readBefore;

  /** To be made just before the fault. */
  public RecoveryMonitor(LocalProduct product, FrameConsumptionProgress frames) {
    this.product = product;
    this.frames = frames;
    this.readBefore = frames.read().orElse(0);
    this.since = Instant.now();
  }

  /**
   * @param struck when the fault had happened: what was begun before may have been completed before
   * @param broker whether the fault was one of the broker: checkpoints may go on without it while
   *     there is nothing to write, so the frames tell. After a restart of the job they do not: its
   *     new consumers may take seconds to find where progress is shown.
   * @return how long it took
   * @throws LocalRuntimeException if the job does not work again in time, or is over
   */
  public Duration await(Instant struck, boolean broker) {
    // Between two leaders an answer may take seconds. So the time is that of the checkpoint, not
    // that of the answer.
    Instant secured = awaitCheckpointAfter(struck);
    ProcessAwait.until(
        "frames are read again", LocalProduct.PATIENCE, () -> frames.read().orElse(0) > readBefore);
    Instant read = Instant.now();
    ProcessAwait.until("the job is running", LocalProduct.PATIENCE, product.job()::isRunning);
    return Duration.between(since, broker && read.isAfter(secured) ? read : secured);
  }

  private @Nullable Instant awaitCheckpointAfter(Instant struck) {
    AtomicReference<Instant> complete = new AtomicReference<>();
    ProcessAwait.until(
        "a checkpoint is complete",
        LocalProduct.PATIENCE,
        () -> {
          product.job().firstCheckpointSince(struck).ifPresent(complete::set);
          return complete.get() != null;
        });
    return complete.get();
  }
}
