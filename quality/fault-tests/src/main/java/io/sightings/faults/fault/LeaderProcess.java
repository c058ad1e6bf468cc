package io.sightings.faults.fault;

import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.process.ProcessAwait;
import io.sightings.faults.product.LocalProduct;

/** Whoever leads at this moment. */
final class LeaderProcess {

  private LeaderProcess() {}

  /** Its name, when there is one. */
  static String of(LocalCluster cluster) {
    ProcessAwait.until(
        "a job manager leads", LocalProduct.PATIENCE, () -> cluster.leader().isPresent());
    return cluster.leader().orElseThrow();
  }
}
