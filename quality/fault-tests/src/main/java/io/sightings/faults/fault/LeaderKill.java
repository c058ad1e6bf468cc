package io.sightings.faults.fault;

import io.sightings.cluster.LocalCluster;
import io.sightings.faults.product.LocalProduct;
import java.time.Duration;

/** The job manager that leads dies. */
public record LeaderKill(Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return "kill leading job manager";
  }

  @Override
  public Mending strike(LocalProduct product) {
    LocalCluster cluster = product.cluster();
    String name = LeaderProcess.of(cluster);
    cluster.process(name).kill();
    return () -> cluster.restart(name);
  }
}
