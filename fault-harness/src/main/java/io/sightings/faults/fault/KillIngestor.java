package io.sightings.faults.fault;

import io.sightings.faults.product.Ingestor;
import io.sightings.faults.product.Product;
import java.time.Duration;

/**
 * An ingestor dies in the midst of its recordings.
 *
 * @param number from 1
 */
public record KillIngestor(int number, Duration lasts) implements Fault {

  @Override
  public String kind() {
    return "kill ingestor";
  }

  @Override
  public Mending strike(Product product) {
    Ingestor ingestor = product.ingestors().get(number - 1);
    ingestor.process().kill();
    return ingestor::start;
  }
}
