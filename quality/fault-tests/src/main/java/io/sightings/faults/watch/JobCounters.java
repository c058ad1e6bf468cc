package io.sightings.faults.watch;

import io.sightings.faults.product.LocalProduct;
import io.sightings.process.LocalRuntimeException;

/**
 * What the job's processes have counted.
 *
 * @param past the leader and the job that have counted restarts; empty while nobody can say
 * @param restarts from a checkpoint or savepoint
 * @param lost transactions, as the job's tasks have counted since they started
 */
public record JobCounters(String past, long restarts, long lost) {

  /** Both 0 while nobody can say. */
  public static JobCounters of(LocalProduct product) {
    try {
      return new JobCounters(
          product.cluster().leader().orElse("") + " " + product.job().id(),
          product.job().restored(),
          product.job().vertices().operatorCounter("failedCommittables"));
    } catch (LocalRuntimeException e) {
      return new JobCounters("", 0, 0);
    }
  }

  /** What has been counted since; whoever has started anew since has begun at 0. */
  public JobCounters since(JobCounters before) {
    return new JobCounters(
        past,
        past.equals(before.past) ? more(before.restarts, restarts) : restarts,
        more(before.lost, lost));
  }

  private static long more(long before, long after) {
    return after >= before ? after - before : after;
  }
}
