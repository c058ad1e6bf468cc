package io.sightings.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The Apache Kafka server in a JVM of its own, listening on this machine only. It ends with this
 * process, however that ends. Its log is {@code broker.log} in its directory.
 */
public final class LocalBroker implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 5;
  private static final int PORT_ATTEMPTS = 5;

  private final Path dir;
  private final boolean temporary;
  private final Thread atExit = new Thread(this::stopAndClean, "local-broker-exit");
  private int port;
  private BrokerProcess process;

  private LocalBroker(Path dir, boolean temporary, int port) {
    this.dir = dir;
    this.temporary = temporary;
    this.port = port;
  }

  /** On a free port, in a temporary directory that is deleted at the end. */
  public static LocalBroker start() {
    try {
      return started(new LocalBroker(Files.createTempDirectory("kafka-"), true, 0));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory for the Kafka broker", e);
    }
  }

  /** On a free port; what the directory holds from an earlier run is there again. */
  public static LocalBroker start(Path dir) {
    return start(dir, 0);
  }

  /**
   * In a directory and on a port of one's own choice.
   *
   * @param port where clients connect; 0 takes any free one
   * @throws BrokerUnavailableException if it does not start; the text ends with its last log lines
   */
  public static LocalBroker start(Path dir, int port) {
    return started(new LocalBroker(dir.toAbsolutePath(), false, port));
  }

  private static LocalBroker started(LocalBroker broker) {
    Runtime.getRuntime().addShutdownHook(broker.atExit);
    try {
      broker.launch();
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
    return broker;
  }

  /** The address clients connect to, as in {@code bootstrap.servers}. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** The process id of the broker's JVM. */
  public long pid() {
    return process.pid();
  }

  public Path log() {
    return dir.resolve("broker.log");
  }

  /** Creates a topic; one that is there already stays as it is. */
  public void createTopic(String name, int partitions, Map<String, String> configs) {
    createTopics(List.of(new TopicPlan(name, partitions, configs)));
  }

  /** Creates topics; those that are there already stay as they are. */
  public void createTopics(Collection<TopicPlan> plans) {
    try (Admin admin = admin()) {
      for (TopicPlan plan : plans) {
        NewTopic topic = new NewTopic(plan.name(), plan.partitions(), (short) 1);
        createUnlessThere(admin, topic.configs(plan.configs()));
      }
    }
  }

  private static void createUnlessThere(Admin admin, NewTopic topic) {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new BrokerUnavailableException(
            "Topic " + topic.name() + " cannot be created: " + e.getCause().getMessage(), e);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends the broker as kill -9 does. {@link #restart()} brings it back. */
  public void kill() {
    process.kill();
  }

  /** Starts it again, on the same port and with all it had on disk. */
  public void restart() {
    process.stop(STOP_SECONDS);
    launch();
  }

  /** Stops the broker, by force after some seconds. */
  @Override
  public void close() {
    if (Thread.currentThread() != atExit) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException exiting) {
        // The hook is running and does what this method would.
        return;
      }
    }
    stopAndClean();
  }

  private void stopAndClean() {
    if (process != null) {
      process.stop(STOP_SECONDS);
    }
    if (temporary) {
      delete(dir);
    }
  }

  private void launch() {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try {
      Files.createDirectories(dir);
      boolean anyPort = port == 0;
      for (int attempt = 0; attempt < (anyPort ? PORT_ATTEMPTS : 1); attempt++) {
        int tried = anyPort ? FreePorts.free() : port;
        ServerProperties properties =
            new ServerProperties(tried, FreePorts.free(), dir.resolve("data"));
        process = BrokerProcess.launch(dir, properties);
        if (process.awaitStarted(deadline)) {
          port = tried;
          return;
        }
      }
      throw process.failed(
          anyPort ? "finds no free port" : "cannot start: port " + port + " is taken");
    } catch (IOException e) {
      throw new BrokerUnavailableException(
          "The Kafka broker cannot be started in " + dir + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000));
  }

  private static void delete(Path tree) {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's directory " + tree + " cannot be deleted", e);
    }
  }

  private static BrokerUnavailableException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new BrokerUnavailableException("interrupted while the Kafka broker was busy", e);
  }
}
