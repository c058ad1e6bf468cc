package io.sightings.faults.fault;

import io.sightings.cluster.process.LocalProcess;
import io.sightings.faults.product.LocalProduct;
import java.time.Duration;

/**
 * A task manager is silent for so long that it is taken for dead; then it goes on, and does not
 * know.
 *
 * @param number decides which
 */
public record TaskManagerPause(int number, Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return "pause task manager";
  }

  @Override
  public Mending strike(LocalProduct product) {
    String name = BusyTaskManager.of(product, number);
    LocalProcess process = product.cluster().process(name);
    process.pause();
    return () -> PausedProcessResumer.of(product.cluster(), name);
  }
}
