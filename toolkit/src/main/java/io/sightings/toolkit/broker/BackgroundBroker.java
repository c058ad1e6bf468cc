package io.sightings.toolkit.broker;

import io.sightings.cluster.process.LocalProcess;
import io.sightings.cluster.process.ProcessAwait;
import io.sightings.cluster.process.ProcessSpec;
import io.sightings.kafka.BrokerLaunch;
import io.sightings.kafka.BrokerUnavailableException;
import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The Kafka broker of the cluster. */
public final class BackgroundBroker {
  private static final String NAME = "kafka";
  private static final Duration START_WITHIN = Duration.ofMinutes(5);

  private final LocalProcess process;
  private final int port;

  /**
   * @param folder of the cluster
   */
  public BackgroundBroker(Path folder, int port) {
    this.process = new LocalProcess(NAME, folder.resolve(NAME));
    this.port = port;
  }

  /** In a folder where none was before, on a port that is free. */
  public static BackgroundBroker onAnyPort(Path folder) {
    return new BackgroundBroker(folder, TcpPort.free());
  }

  /** The address of its clients. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  public LocalProcess process() {
    return process;
  }

  /**
   * Starts it where it does not run, with all it had on disk.
   *
   * @param bound whether it ends with this process
   */
  public void up(boolean bound) {
    if (process.isAlive()) {
      return;
    }
    BrokerLaunch launch = launch();
    process.start(
        new ProcessSpec(
            NAME,
            launch.jvm(),
            launch.mainClass(),
            launch.arguments(),
            launch.classPath(),
            Map.of(),
            bound));
    ProcessAwait.until("the Kafka broker is up", START_WITHIN, () -> isUp(launch.log()));
  }

  private BrokerLaunch launch() {
    try {
      return BrokerLaunch.alone(process.folder(), port);
    } catch (BrokerUnavailableException e) {
      throw CommandFailure.environment(e.getMessage(), e);
    }
  }

  private boolean isUp(Path log) {
    String said = said(log);
    if (!process.isAlive()) {
      throw CommandFailure.environment(
          said.contains(BrokerLaunch.PORT_TAKEN)
              ? "The port " + port + " is taken: choose another with --kafka-port."
              : "The Kafka broker ended while it started; why is in " + log + ".",
          null);
    }
    return said.contains(BrokerLaunch.STARTED);
  }

  private static String said(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(log + " cannot be read", e);
    }
  }
}
