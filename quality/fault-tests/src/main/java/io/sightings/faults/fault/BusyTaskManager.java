package io.sightings.faults.fault;

import io.sightings.faults.product.LocalProduct;
import java.util.List;

/** A task manager that has work to do: nobody would feel the loss of another. */
final class BusyTaskManager {

  private BusyTaskManager() {}

  /**
   * @param number any; of several that work, another for another number
   */
  static String of(LocalProduct product, int number) {
    List<String> names =
        product.job().vertices().taskManagers().stream()
            .filter(name -> product.cluster().isKnown(name))
            .toList();
    return names.isEmpty() ? "taskmanager-1" : names.get(number % names.size());
  }
}
