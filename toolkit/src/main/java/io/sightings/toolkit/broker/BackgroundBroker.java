package io.sightings.toolkit.broker;

import io.sightings.kafka.BrokerProcess;
import io.sightings.process.LocalPorts;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.console.CommandFailure;
import java.nio.file.Path;

/** The Kafka broker of the cluster. */
public final class BackgroundBroker {
  private final BrokerProcess broker;
  private final int port;

  /**
   * @param folder of the cluster
   */
  public BackgroundBroker(Path folder, int port) {
    this.broker = new BrokerProcess(folder.resolve("kafka"));
    this.port = port;
  }

  /** In a folder where none was before, on a port that is free. */
  public static BackgroundBroker onAnyPort(Path folder) {
    return new BackgroundBroker(folder, LocalPorts.free());
  }

  /** The address of its clients. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  public LocalProcess process() {
    return broker.process();
  }

  /**
   * Starts it where it does not run, with all it had on disk.
   *
   * @param bound whether it ends with this process
   */
  public void up(boolean bound) {
    if (process().isAlive()) {
      return;
    }
    try {
      if (!broker.start(port, bound)) {
        throw CommandFailure.environment(
            "The port " + port + " is taken: choose another with --kafka-port.", null);
      }
    } catch (LocalRuntimeException e) {
      throw CommandFailure.environment(
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }
}
