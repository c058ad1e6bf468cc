package io.sightings.kafka;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * What it takes to run the broker in a JVM: for {@link LocalBroker}, and for those who keep
 * processes of their own that outlive the one that starts them.
 *
 * @param jvm options of the JVM
 * @param mainClass to be run
 * @param arguments of the main class
 * @param classPath of the JVM
 * @param log what the broker logs in this life; it rotates
 */
public record BrokerLaunch(
    List<String> jvm, String mainClass, List<String> arguments, String classPath, Path log) {
  /** In the broker's log once clients are welcome. */
  public static final String STARTED = "Kafka Server started";

  /** In the broker's log where another process has its port. */
  public static final String PORT_TAKEN = "Address already in use";

  /** Where the build lays out the broker's jars. */
  private static final String LIB_PROPERTY = "sightings.broker.lib";

  public BrokerLaunch {
    jvm = List.copyOf(jvm);
    arguments = List.copyOf(arguments);
  }

  /**
   * A broker that lives on when its parent ends.
   *
   * @param dir of its settings and data; what it holds from an earlier run is there again
   * @param port where clients connect
   * @throws BrokerUnavailableException if the broker's jars are missing
   */
  public static BrokerLaunch alone(Path dir, int port) {
    try {
      Path folder = Files.createDirectories(dir.toAbsolutePath());
      int controller = FreePorts.free();
      BrokerLaunch bound =
          of(folder, new ServerProperties(port, controller, folder.resolve("data")));
      List<String> jvm = new ArrayList<>(bound.jvm());
      jvm.add("-D" + BrokerMain.ALONE + "=true");
      return new BrokerLaunch(
          jvm, bound.mainClass(), bound.arguments(), bound.classPath(), bound.log());
    } catch (IOException e) {
      throw new BrokerUnavailableException(
          "The Kafka broker cannot be started in " + dir + ": " + e.getMessage(), e);
    }
  }

  /** A folder that is formatted keeps its own for ever: the broker refuses it under another. */
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

  /** Writes the settings, and says how to run with them. The log of the life before ends. */
  static BrokerLaunch of(Path dir, ServerProperties properties) throws IOException {
    Path log = dir.resolve("broker.log");
    if (Files.exists(log)) {
      Files.move(log, dir.resolve("broker.old.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    Path config = dir.resolve("server.properties");
    Files.writeString(config, properties.text());
    return new BrokerLaunch(
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            // Quick to start counts for more than quick in the long run, for so few records.
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Dsightings.broker.log=" + log,
            "-Dlog4j2.configurationFile=classpath:io/sightings/kafka/broker-log4j2.properties"),
        BrokerMain.class.getName(),
        List.of(config.toString(), clusterId(properties.data())),
        classPathOfBroker(),
        log);
  }

  private static String classPathOfBroker() {
    String lib = System.getProperty(LIB_PROPERTY, "local-runtime/kafka/target/broker");
    Path folder = Path.of(lib).toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw new BrokerUnavailableException(
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
}
