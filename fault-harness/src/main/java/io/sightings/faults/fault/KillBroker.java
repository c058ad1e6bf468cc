package io.sightings.faults.fault;

import io.sightings.cli.cluster.BackgroundBroker;
import io.sightings.faults.product.Product;
import java.time.Duration;

/** The only broker dies, and comes back with what it had on disk. */
public record KillBroker(Duration lasts) implements Fault {

  @Override
  public String kind() {
    return "kill broker";
  }

  @Override
  public Mending strike(Product product) {
    BackgroundBroker broker = product.brokerProcess();
    broker.process().kill();
    return () -> broker.up(true);
  }
}
