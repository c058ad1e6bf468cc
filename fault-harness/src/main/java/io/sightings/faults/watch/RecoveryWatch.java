package io.sightings.faults.watch;

import io.sightings.cluster.Await;
import io.sightings.cluster.ClusterException;
import io.sightings.cluster.rest.CheckpointNews;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.faults.product.Product;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits from a fault until the job works again: all its tasks run, a checkpoint that was begun
 * after the fault is complete, and frames have been read that were not read before. Whoever reads
 * the topic sees new results from then on.
 */
public final class RecoveryWatch {
  private final Product product;
  private final FramesRead frames;
  private final Instant since;
  private final long readBefore;

  /** To be made just before the fault. */
  public RecoveryWatch(Product product, FramesRead frames) {
    this.product = product;
    this.frames = frames;
    this.readBefore = frames.read().orElse(0);
    this.since = Instant.now();
  }

  /**
   * @return how long it took
   * @throws ClusterException if the job does not work again in time, or is over
   */
  public Duration await() {
    Await.until("the job works again", Product.PATIENCE, this::works);
    return Duration.between(since, Instant.now());
  }

  private boolean works() {
    RunningJob job = product.job();
    return job.checkpointNews().map(CheckpointNews::lastBegun).filter(since::isBefore).isPresent()
        && frames.read().orElse(0) > readBefore
        && job.isRunning();
  }
}
