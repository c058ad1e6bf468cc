package io.sightings.kafka;

import io.sightings.process.LocalPorts;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
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
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
  private static final int PORT_ATTEMPTS = 5;

  private final Path dir;
  private final boolean temporary;
  private final Consumer<Map<String, String>> extension;
  private final Thread atExit = new Thread(this::stopAndClean, "local-broker-exit");
  private final BrokerProcess broker;
  private int port;

  private LocalBroker(
      Path dir, boolean temporary, int port, Consumer<Map<String, String>> extension) {
    this.dir = dir;
    this.temporary = temporary;
    this.extension = extension;
    this.port = port;
    broker = new BrokerProcess(dir);
  }

  /** On a free port, in a temporary directory that is deleted at the end. */
  public static LocalBroker start() {
    return start(settings -> {});
  }

  /**
   * As {@link #start()}, with settings of one's own.
   *
   * @param extension adds to the broker's settings, or changes them; called for every attempt to
   *     find free ports
   */
  public static LocalBroker start(Consumer<Map<String, String>> extension) {
    try {
      return started(new LocalBroker(Files.createTempDirectory("kafka-"), true, 0, extension));
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
   * @throws LocalRuntimeException if it does not start; further lines are the end of its log
   */
  public static LocalBroker start(Path dir, int port) {
    return started(new LocalBroker(dir.toAbsolutePath(), false, port, settings -> {}));
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
    return broker.process().handle().orElseThrow().pid();
  }

  public Path log() {
    return broker.log();
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
        throw new LocalRuntimeException(
            "Topic "
                + topic.name()
                + " cannot be created: "
                + Objects.requireNonNull(e.getCause()).getMessage(),
            e);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends the broker as kill -9 does. {@link #restart()} brings it back. */
  public void kill() {
    broker.process().kill();
  }

  /** Starts it again, on the same port and with all it had on disk. */
  public void restart() {
    broker.process().stop(STOP_TIMEOUT);
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
    broker.process().stop(STOP_TIMEOUT);
    if (temporary) {
      delete(dir);
    }
  }

  private void launch() {
    boolean anyPort = port == 0;
    for (int attempt = 0; attempt < (anyPort ? PORT_ATTEMPTS : 1); attempt++) {
      int tried = anyPort ? LocalPorts.free() : port;
      if (broker.start(tried, true, extension)) {
        port = tried;
        return;
      }
    }
    throw new LocalRuntimeException(
        "The Kafka broker "
            + (anyPort ? "finds no free port." : "cannot start: port " + port + " is taken."));
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

  private static LocalRuntimeException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new LocalRuntimeException("interrupted while the Kafka broker was busy", e);
  }
}
