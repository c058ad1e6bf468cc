package io.sightings.faults.fault;

import io.sightings.cluster.process.LocalProcess;
import io.sightings.faults.product.LocalProduct;
import java.time.Duration;

/** The broker keeps its connections and says nothing. */
public record BrokerPause(Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return "pause broker";
  }

  @Override
  public Mending strike(LocalProduct product) {
    LocalProcess process = product.brokerProcess().process();
    process.pause();
    return process::resume;
  }
}
