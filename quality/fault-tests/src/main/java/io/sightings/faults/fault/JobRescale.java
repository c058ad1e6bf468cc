package io.sightings.faults.fault;

import io.sightings.faults.product.LocalProduct;
import java.io.IOException;
import java.time.Duration;

/**
 * Nothing breaks: the job is stopped with a savepoint, and goes on with one instance more or less.
 */
public record JobRescale() implements InjectedFault {

  @Override
  public String kind() {
    return "rescale";
  }

  @Override
  public Duration lasts() {
    return Duration.ZERO;
  }

  @Override
  public Mending strike(LocalProduct product) throws IOException {
    product.rescale(product.parallelism() == 1 ? 2 : 1);
    return () -> {};
  }
}
