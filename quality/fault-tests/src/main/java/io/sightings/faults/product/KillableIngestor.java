package io.sightings.faults.product;

import io.sightings.process.LocalProcess;
import io.sightings.toolkit.process.IngestorProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ingestor that is killed and started again, and to which sources are added as it runs. */
public final class KillableIngestor {
  private static final Pattern LAST_ERROR = Pattern.compile("\"lastError\":\"([^\"]+)\"");
  private static final Duration UPLOAD_TIMEOUT = Duration.ofSeconds(30);

  private final IngestorProcess ingestor;
  private final List<String> sources = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  KillableIngestor(String name, Path folder, String bootstrap) {
    ingestor = new IngestorProcess(name, folder, bootstrap);
    // With nothing but files it would end with them.
    sources.add("{id: " + name + "-uploads, upload: true}");
  }

  /**
   * Has it publish a recording, now or when it runs again.
   *
   * @param sample its settings, such as {@code {fps: 3}}
   */
  public void add(String source, Path video, String sample) {
    declare("{id: %s, path: \"%s\", sample: %s}".formatted(source, video, sample));
  }

  /** Has it take uploads for a source. */
  public void addUploads(String source, String sample) {
    declare("{id: %s, upload: true, sample: %s}".formatted(source, sample));
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

  private synchronized void writeSettings() {
    StringBuilder yaml =
        new StringBuilder(
            """
            folders: {scan: 200ms, settle: 500ms}
            # It is killed from outside, and more often than its recordings deserve.
            files: {maxDeaths: 1000}
            sources:
            """);
    sources.forEach(source -> yaml.append("  - ").append(source).append('\n'));
    ingestor.configure(yaml.toString());
  }

  /** Starts it, the first time or after it was killed. */
  public void start() {
    writeSettings();
    ingestor.start("-Xmx384m", "-XX:+UseSerialGC");
  }

  /**
   * Uploads a video; the same one again is the same upload.
   *
   * @return the HTTP status; 0 where there is no answer
   */
  public int upload(String source, Path video) {
    String address = "http://127.0.0.1:%d/v1/sources/%s/videos".formatted(port(), source);
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(UPLOAD_TIMEOUT)
              .header("Authorization", "Bearer " + IngestorProcess.TOKEN)
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

  public LocalProcess process() {
    return ingestor.process();
  }

  /** The folder of its progress and its uploads. */
  public Path state() {
    return ingestor.state();
  }

  /** Where uploads are sent. */
  public int port() {
    return ingestor.port();
  }

  /** Where it reports its status. */
  public int statusPort() {
    return ingestor.statusPort();
  }

  /** Whether it takes frames and Kafka takes them from it. */
  public boolean isReady() {
    return ingestor.isReady();
  }

  /** What its /health says of the last error of a source; empty where there was none. */
  public String lastError() {
    Matcher error = LAST_ERROR.matcher(ingestor.get("/health"));
    return error.find() ? error.group(1) : "";
  }
}
