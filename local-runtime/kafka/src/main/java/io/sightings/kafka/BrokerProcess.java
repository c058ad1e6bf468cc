package io.sightings.kafka;

import io.sightings.process.LocalPorts;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessAwait;
import io.sightings.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;

/**
 * A broker as a process with a folder: its settings, its data, and {@code broker.log}. What the
 * folder holds from an earlier run is there again.
 */
public final class BrokerProcess {
  /** In the broker's log once it accepts clients. */
  private static final String STARTED = "Kafka Server started";

  /** In the broker's log where another process has its port. */
  private static final String PORT_TAKEN = "Address already in use";

  /** Where the build lays out the broker's jars. */
  private static final String LIB_PROPERTY = "sightings.broker.lib";

  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
  private static final int SHOWN_LOG_LINES = 20;

  private final LocalProcess process;
  private final Path log;

  public BrokerProcess(Path folder) {
    process = new LocalProcess("kafka", folder);
    log = process.folder().resolve("broker.log");
  }

  public LocalProcess process() {
    return process;
  }

  /** What it logs in this life; that of the life before is beside it, as broker.old.log. */
  public Path log() {
    return log;
  }

  /**
   * Starts it and waits until it accepts clients.
   *
   * @param port where clients connect
   * @param bound whether it ends with this process
   * @return false if another process has taken one of the ports
   * @throws LocalRuntimeException if it does not start; further lines are the end of its log
   */
  public boolean start(int port, boolean bound) {
    return start(port, bound, settings -> {});
  }

  /**
   * @param extension adds to the broker's settings, or changes them
   */
  boolean start(int port, boolean bound, Consumer<Map<String, String>> extension) {
    try {
      Path folder = Files.createDirectories(process.folder());
      if (Files.exists(log)) {
        Files.move(log, log.resolveSibling("broker.old.log"), StandardCopyOption.REPLACE_EXISTING);
      }
      Path data = folder.resolve("data");
      ServerProperties properties = new ServerProperties(port, LocalPorts.free(), data, extension);
      Path config = Files.writeString(folder.resolve("server.properties"), properties.text());
      process.start(spec(config, clusterId(data), bound));
    } catch (IOException e) {
      throw new LocalRuntimeException(
          "The Kafka broker cannot be started in " + process.folder() + ": " + e.getMessage(), e);
    }
    // Its port would be no proof: another process may own it, and topics can be created only once
    // the broker has joined its own cluster.
    ProcessAwait.until(
        "the Kafka broker is up",
        START_TIMEOUT,
        () -> !process.isAlive() || readLog().contains(STARTED));
    String said = readLog();
    if (said.contains(STARTED)) {
      return true;
    }
    if (said.contains(PORT_TAKEN)) {
      return false;
    }
    List<String> lines = said.lines().toList();
    throw new LocalRuntimeException(
        "The Kafka broker ended while it started; why is in "
            + log
            + ".\n"
            + String.join(
                "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size())));
  }

  private ProcessSpec spec(Path config, String clusterId, boolean bound) {
    return new ProcessSpec(
        process.name(),
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            // Few records: a quick start counts for more than speed in the long run.
            "-XX:TieredStopAtLevel=1",
            "-Dsightings.broker.log=" + log,
            "-Dlog4j2.configurationFile=classpath:io/sightings/kafka/broker-log4j2.properties"),
        BrokerMain.class.getName(),
        List.of(config.toString(), clusterId),
        classPathOfBroker(),
        Map.of(),
        bound);
  }

  /** A formatted folder keeps its id: the broker refuses it under another. */
  private static String clusterId(Path data) throws IOException {
    Path formatted = data.resolve("meta.properties");
    if (!Files.exists(formatted)) {
      return Uuid.randomUuid().toString();
    }
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(formatted)) {
      values.load(reader);
    }
    return values.getProperty("cluster.id");
  }

  private static String classPathOfBroker() {
    String lib = System.getProperty(LIB_PROPERTY, "local-runtime/kafka/target/broker");
    Path folder = Path.of(lib).toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw new LocalRuntimeException(
          "The Kafka broker's jars are not in "
              + folder
              + ": build the project first, or say where they are with -D"
              + LIB_PROPERTY
              + "=FOLDER");
    }
    try {
      Path own =
          Path.of(BrokerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return folder.resolve("*") + File.pathSeparator + own;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the broker's launcher is not in a folder or a jar", e);
    }
  }

  /** What the broker has logged, and what its JVM has printed. */
  private String readLog() {
    try {
      return process.output()
          + (Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(log + " cannot be read", e);
    }
  }
}
