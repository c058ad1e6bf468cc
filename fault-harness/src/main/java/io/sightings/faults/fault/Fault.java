package io.sightings.faults.fault;

import io.sightings.faults.product.Product;
import java.io.IOException;
import java.time.Duration;

/** One thing that goes wrong. */
public sealed interface Fault
    permits FullDisk,
        KillBroker,
        KillIngestor,
        KillLeader,
        KillTaskManager,
        PauseBroker,
        PauseLeader,
        PauseTaskManager,
        Rescale {

  /** As in a table. */
  String kind();

  /** For how long it is so, until a supervisor, or whatever has caused it, ends it. */
  Duration lasts();

  /**
   * Lets it happen.
   *
   * @return what ends it
   */
  Mending strike(Product product) throws IOException;

  /** Ends a fault. */
  interface Mending {
    void mend();
  }
}
