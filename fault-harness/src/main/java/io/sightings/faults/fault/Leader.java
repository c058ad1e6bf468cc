package io.sightings.faults.fault;

import io.sightings.cluster.Await;
import io.sightings.cluster.LocalCluster;
import io.sightings.faults.product.Product;

/** Whoever leads at this moment. */
final class Leader {

  private Leader() {}

  /** Its name, when there is one. */
  static String of(LocalCluster cluster) {
    Await.until("a job manager leads", Product.PATIENCE, () -> cluster.leader().isPresent());
    return cluster.leader().orElseThrow();
  }
}
