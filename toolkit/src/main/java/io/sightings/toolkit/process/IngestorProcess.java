package io.sightings.toolkit.process;

import io.sightings.process.LocalPorts;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessAwait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sightings ingest --config} as a process; it can be started again with other settings. */
public final class IngestorProcess implements AutoCloseable {
  /** What an upload to it must bring. */
  public static final String TOKEN = "only-for-this-harness";

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration READY_TIMEOUT = Duration.ofMinutes(1);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);

  private final LocalProcess process;
  private final String bootstrap;
  private final int port = LocalPorts.free();
  private final int statusPort = LocalPorts.free();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

  /**
   * @param folder of its settings, log and state
   */
  public IngestorProcess(String name, Path folder, String bootstrap) {
    this.process = new LocalProcess(name, folder);
    this.bootstrap = bootstrap;
  }

  /**
   * Starts one with the memory that {@code ./sightings} grants.
   *
   * @param folder of its settings, log and state
   * @param yaml all settings but Kafka, state and server
   */
  public static IngestorProcess started(Path folder, String bootstrap, String yaml) {
    IngestorProcess ingestor = new IngestorProcess("ingestor", folder, bootstrap);
    ingestor.configure(yaml);
    ingestor.start("-Xmx2g", "-Dorg.bytedeco.javacpp.logger=slf4j");
    return ingestor;
  }

  /**
   * Writes its settings; a running ingestor reads them within seconds.
   *
   * @param yaml all but Kafka, state and server
   */
  public void configure(String yaml) {
    Path settings = settings();
    String all =
        """
        kafka: {bootstrap: "%s"}
        state: "%s"
        server: {port: %d, statusPort: %d, token: "%s"}
        """
                .formatted(bootstrap, state(), port, statusPort, TOKEN)
            + yaml;
    try {
      Path next = Files.createDirectories(process.folder()).resolve("ingestor.yaml.new");
      Files.writeString(next, all);
      Files.move(next, settings, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LocalRuntimeException(settings + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Path settings() {
    return process.folder().resolve("ingestor.yaml");
  }

  /**
   * Starts it, the first time or after it ended.
   *
   * @param jvm options such as {@code -Xmx384m}
   */
  public void start(String... jvm) {
    SightingsProcess.start(
        process, List.of(jvm), List.of("ingest", "--config", settings().toString()));
  }

  public LocalProcess process() {
    return process;
  }

  /** The folder of its progress and its uploads. */
  public Path state() {
    return process.folder().resolve("state");
  }

  /** Where uploads are sent. */
  public int port() {
    return port;
  }

  /** Where it reports its status. */
  public int statusPort() {
    return statusPort;
  }

  /** Whether it takes frames and Kafka takes them from it. */
  public boolean isReady() {
    return get("/ready").contains("\"ready\":true");
  }

  /**
   * @throws LocalRuntimeException if it is not ready within a minute
   */
  public void awaitReady() {
    ProcessAwait.until("the ingestor is ready", READY_TIMEOUT, this::isReady);
  }

  /** A metric of a source, as /metrics has it; 0 where it has none. */
  public double metric(String name, String source) {
    Matcher line =
        Pattern.compile(
                "^" + name + "\\{source=\"" + Pattern.quote(source) + "\"} (\\S+)$",
                Pattern.MULTILINE)
            .matcher(get("/metrics"));
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  /**
   * @param path on the status port
   * @return the body; empty where it does not answer
   */
  public String get(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + statusPort + path);
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_TIMEOUT).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      // It does not listen, or not yet.
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Ends it as Ctrl-C does: what it took is sent. */
  @Override
  public void close() {
    process.stop(STOP_TIMEOUT);
  }
}
