package io.sightings.faults.fault;

import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.process.LocalProcess;

/** The end of a pause. */
final class PausedProcessResumer {

  private PausedProcessResumer() {}

  /** Another fault may have ended the process meanwhile. */
  static void of(LocalCluster cluster, String name) {
    LocalProcess process = cluster.process(name);
    if (process.isAlive()) {
      process.resume();
    }
  }
}
