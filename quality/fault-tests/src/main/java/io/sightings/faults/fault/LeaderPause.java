package io.sightings.faults.fault;

import io.sightings.cluster.LocalCluster;
import io.sightings.faults.product.LocalProduct;
import java.time.Duration;

/** The job manager that leads is silent until another does; then it goes on as if it led. */
public record LeaderPause(Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return "pause leading job manager";
  }

  @Override
  public Mending strike(LocalProduct product) {
    LocalCluster cluster = product.cluster();
    String name = LeaderProcess.of(cluster);
    cluster.process(name).pause();
    return () -> PausedProcessResumer.of(cluster, name);
  }
}
