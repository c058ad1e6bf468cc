package io.sightings.faults.watch;

import io.sightings.cluster.ClusterException;
import io.sightings.faults.product.Product;

/**
 * What the job's processes have counted.
 *
 * @param leader under which the job has started again so often; null while nobody can say
 * @param restarts of the job under that leader
 * @param lost transactions, as the job's tasks have counted since they started
 */
public record Counters(String leader, long restarts, long lost) {

  /** Both 0 while nobody can say. */
  public static Counters of(Product product) {
    try {
      return new Counters(
          product.cluster().leader().orElse(null),
          product.job().restored(),
          product.job().vertices().operatorCounter("failedCommittables"));
    } catch (ClusterException e) {
      return new Counters(null, 0, 0);
    }
  }

  /** What has been counted since; whoever has started anew since has begun at 0. */
  public Counters since(Counters before) {
    boolean samePast = leader != null && leader.equals(before.leader);
    return new Counters(
        leader, samePast ? more(before.restarts, restarts) : restarts, more(before.lost, lost));
  }

  private static long more(long before, long after) {
    return after >= before ? after - before : after;
  }
}
