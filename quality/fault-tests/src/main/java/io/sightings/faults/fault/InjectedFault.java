package io.sightings.faults.fault;

import io.sightings.faults.product.LocalProduct;
import java.io.IOException;
import java.time.Duration;

/** One thing that goes wrong. */
public sealed interface InjectedFault
    permits FullDiskFault,
        BrokerKill,
        IngestorKill,
        LeaderKill,
        TaskManagerKill,
        BrokerPause,
        LeaderPause,
        TaskManagerPause,
        JobRescale {

  /** As in a table. */
  String kind();

  /** For how long it is so, until a supervisor, or whatever has caused it, ends it. */
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
