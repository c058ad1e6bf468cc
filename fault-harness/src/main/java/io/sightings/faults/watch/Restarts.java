package io.sightings.faults.watch;

import io.sightings.cluster.ClusterException;
import io.sightings.faults.product.Product;

/** How often the job has started again, as its job manager counts. */
public final class Restarts {
  private final Product product;

  public Restarts(Product product) {
    this.product = product;
  }

  /** 0 while nobody can say. */
  public int count() {
    try {
      return product.job().restarts();
    } catch (ClusterException e) {
      return 0;
    }
  }
}
