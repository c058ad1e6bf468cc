package io.sightings.faults.watch;

import io.sightings.cluster.ClusterException;
import io.sightings.faults.product.Product;

/**
 * What the job's processes have counted.
 *
 * @param past the leader and the job that have counted restarts; empty while nobody can say
 * @param restarts from a checkpoint or savepoint
 * @param lost transactions, as the job's tasks have counted since they started
 */
public record Counters(String past, long restarts, long lost) {

  /** Both 0 while nobody can say. */
  public static Counters of(Product product) {
    try {
      return new Counters(
          product.cluster().leader().orElse("") + " " + product.job().id(),
          product.job().restored(),
          product.job().vertices().operatorCounter("failedCommittables"));
    } catch (ClusterException e) {
      return new Counters("", 0, 0);
    }
  }

  /** What has been counted since; whoever has started anew since has begun at 0. */
  public Counters since(Counters before) {
    return new Counters(
        past,
        past.equals(before.past) ? more(before.restarts, restarts) : restarts,
        more(before.lost, lost));
  }

  private static long more(long before, long after) {
    return after >= before ? after - before : after;
  }
}
