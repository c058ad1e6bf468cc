package io.sightings.faults.fault;

import io.sightings.faults.product.LocalProduct;
import java.io.IOException;
import java.time.Duration;

/** One thing that goes wrong. */
public sealed interface InjectedFault permits FullDiskFault, ProcessFault {

  /** As in a table. */
  String kind();

  /** How long it lasts, until a supervisor or its cause ends it. */
  Duration lasts();

  /**
   * Lets it happen.
   *
   * @return what ends it
   */
  Mending strike(LocalProduct product) throws IOException;

  /** Ends a fault. */
  interface Mending {
    void mend();
  }
}
