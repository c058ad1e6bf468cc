package io.sightings.faults.fault;

import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
import java.time.Duration;

/**
 * An ingestor dies in the midst of its recordings.
 *
 * @param number from 1
 */
public record IngestorKill(int number, Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return "kill ingestor";
  }

  @Override
  public Mending strike(LocalProduct product) {
    KillableIngestor ingestor = product.ingestors().get(number - 1);
    ingestor.process().kill();
    return ingestor::start;
  }
}
