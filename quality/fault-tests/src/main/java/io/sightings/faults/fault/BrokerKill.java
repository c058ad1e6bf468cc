package io.sightings.faults.fault;

import io.sightings.faults.product.LocalProduct;
import io.sightings.toolkit.broker.BackgroundBroker;
import java.time.Duration;

/** The only broker dies, and comes back with what it had on disk. */
public record BrokerKill(Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return "kill broker";
  }

  @Override
  public Mending strike(LocalProduct product) {
    BackgroundBroker broker = product.brokerProcess();
    broker.process().kill();
    return () -> broker.up(true);
  }
}
