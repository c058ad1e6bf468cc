package io.sightings.faults.watch;

import io.sightings.cluster.ClusterException;
import io.sightings.faults.product.Product;

/**
 * What the job's processes have counted.
 *
 * @param restarts of the job, as its job manager has counted since it leads
 * @param refused commits the broker refused, as the job's tasks have counted since they started
 */
public record Counters(long restarts, long refused) {

  /** Both 0 while nobody can say. */
  public static Counters of(Product product) {
    try {
      return new Counters(
          product.job().restarts(), product.job().vertices().operatorCounter("failedCommittables"));
    } catch (ClusterException e) {
      return new Counters(0, 0);
    }
  }

  /** What has been counted since; whoever has started anew since has begun at 0. */
  public Counters since(Counters before) {
    return new Counters(more(before.restarts, restarts), more(before.refused, refused));
  }

  private static long more(long before, long after) {
    return after >= before ? after - before : after;
  }
}
