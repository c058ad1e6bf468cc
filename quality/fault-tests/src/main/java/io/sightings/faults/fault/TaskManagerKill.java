package io.sightings.faults.fault;

import io.sightings.cluster.LocalCluster;
import io.sightings.faults.product.LocalProduct;
import java.time.Duration;

/**
 * A task manager dies, with all it had in memory.
 *
 * @param number decides which
 */
public record TaskManagerKill(int number, Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return "kill task manager";
  }

  @Override
  public Mending strike(LocalProduct product) {
    LocalCluster cluster = product.cluster();
    String name = BusyTaskManager.of(product, number);
    cluster.process(name).kill();
    return () -> cluster.restart(name);
  }
}
