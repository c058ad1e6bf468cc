package io.sightings.faults.product;

import io.sightings.cli.Main;
import io.sightings.cluster.process.ClusterException;
import io.sightings.cluster.process.LocalProcess;
import io.sightings.cluster.process.ProcessSpec;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sightings ingest --config} in a process of its own; recordings are added as it runs. */
public final class KillableIngestor {
  /** What an upload to it must bring. */
  public static final String TOKEN = "only-for-this-harness";

  private static final Pattern LAST_ERROR = Pattern.compile("\"lastError\":\"([^\"]+)\"");
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
  private static final Duration UPLOADED_WITHIN = Duration.ofSeconds(30);

  private final LocalProcess process;
  private final String bootstrap;
  private final int port;
  private final int statusPort;
  private final List<String> sources = new ArrayList<>();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

  KillableIngestor(String name, Path folder, String bootstrap) {
    this.process = new LocalProcess(name, folder);
    this.bootstrap = bootstrap;
    this.port = freePort();
    this.statusPort = freePort();
    // With nothing but files it would end with them.
    sources.add("{id: " + name + "-uploads, upload: true}");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new ClusterException("No port is free on this machine: " + e.getMessage(), e);
    }
  }

  /**
   * Has it publish a recording, now or when it runs again.
   *
   * @param sample its settings, such as {@code {fps: 3}}
   */
  public synchronized void add(String source, Path video, String sample) {
    declare("{id: %s, path: \"%s\", sample: %s}".formatted(source, video, sample));
  }

  /**
   * Declares a source, now or for when it runs again.
   *
   * @param source as in its settings, such as {@code {id: door, upload: true}}
   */
  public synchronized void declare(String source) {
    sources.add(source);
    writeSettings();
  }

  /** The folder of its progress and its uploads. */
  public Path state() {
    return process.folder().resolve("state");
  }

  /** Where uploads are sent. */
  public int port() {
    return port;
  }

  /** Where it tells how it is. */
  public int statusPort() {
    return statusPort;
  }

  /** Has it take uploads for a source. */
  public synchronized void addUploads(String source, String sample) {
    sources.add("{id: %s, upload: true, sample: %s}".formatted(source, sample));
    writeSettings();
  }

  /**
   * Uploads a video; the same one again is the same upload.
   *
   * @return the HTTP status; 0 where there is no answer
   */
  public int upload(String source, Path video) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d/v1/sources/%s/videos".formatted(port, source)))
              .timeout(UPLOADED_WITHIN)
              .header("Authorization", "Bearer " + TOKEN)
              .header("Content-Type", "video/mp4")
              .header("Idempotency-Key", source)
              .POST(BodyPublishers.ofFile(video))
              .build();
      return http.send(request, BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private synchronized void writeSettings() {
    StringBuilder yaml =
        new StringBuilder(
            """
            kafka: {bootstrap: "%s"}
            state: "%s"
            server: {port: %d, statusPort: %d, token: "%s"}
            folders: {scan: 200ms, settle: 500ms}
            # It is killed from outside, and more often than its recordings deserve.
            files: {maxDeaths: 1000}
            sources:
            """
                .formatted(bootstrap, state(), port, statusPort, TOKEN));
    sources.forEach(source -> yaml.append("  - ").append(source).append('\n'));
    try {
      Path next = Files.createDirectories(process.folder()).resolve("ingestor.yaml.new");
      Files.writeString(next, yaml);
      Files.move(next, settings(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ClusterException(settings() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Path settings() {
    return process.folder().resolve("ingestor.yaml");
  }

  /** Starts it, the first time or after it was killed. */
  public void start() {
    writeSettings();
    process.start(
        new ProcessSpec(
            process.name(),
            List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dsightings.log=" + process.folder().resolve("sightings.log")),
            Main.class.getName(),
            List.of("ingest", "--config", settings().toString()),
            System.getProperty("java.class.path"),
            Map.of("MALLOC_ARENA_MAX", "2"),
            true));
  }

  public LocalProcess process() {
    return process;
  }

  /** Whether it takes frames and Kafka takes them from it. */
  public boolean isReady() {
    return status("/ready").contains("\"ready\":true");
  }

  /** What its /health says of the last error of a source; empty where there was none. */
  public String lastError() {
    Matcher error = LAST_ERROR.matcher(status("/health"));
    return error.find() ? error.group(1) : "";
  }

  /** An empty text where it does not answer. */
  private String status(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + statusPort + path);
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      // It does not listen, or not yet.
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
