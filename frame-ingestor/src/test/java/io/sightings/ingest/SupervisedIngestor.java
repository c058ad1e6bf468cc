package io.sightings.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ingestor in a process of its own that is started again whenever it ends, as by systemd. */
final class SupervisedIngestor implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Integer> exits = new CopyOnWriteArrayList<>();
  private final List<Instant> starts = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final Path shadow;
  private final int statusPort;
  private final Thread supervisor = new Thread(this::supervise, "supervisor");
  private volatile Process process;
  private volatile boolean closed;

  /**
   * @param shadow classes that come before the product's
   * @param settings as in conf/ingestor.yaml
   */
  SupervisedIngestor(Path folder, Path shadow, int statusPort, String settings) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.shadow = shadow;
    this.statusPort = statusPort;
    Files.writeString(folder.resolve("ingestor.yaml"), settings);
    supervisor.start();
  }

  private void supervise() {
    try {
      while (!closed) {
        starts.add(Instant.now());
        process = start();
        int exit = process.waitFor();
        if (!closed) {
          exits.add(exit);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder java =
        new ProcessBuilder(
            // Without a core dump; told by Java's own option, Java would exit instead of aborting.
            "sh",
            "-c",
            "ulimit -c 0; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
            SupervisedIngestor.class.getName(),
            folder.resolve("ingestor.yaml").toString());
    java.environment().put("CLASSPATH", shadow + ":" + System.getProperty("java.class.path"));
    return java.redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  /** Exit codes of all processes that ended by themselves. */
  List<Integer> exits() {
    return exits;
  }

  /** When each process was started. */
  List<Instant> starts() {
    return starts;
  }

  String get(String path) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + statusPort + path);
    try {
      return http.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
              BodyHandlers.ofString(UTF_8))
          .body();
    } catch (IOException notUpNow) {
      return "{}";
    }
  }

  /** What /health says of a source. */
  JsonNode source(String id) throws IOException, InterruptedException {
    for (JsonNode source : JSON.readTree(get("/health")).path("sources")) {
      if (source.path("id").asText().equals(id)) {
        return source;
      }
    }
    return JSON.createObjectNode();
  }

  boolean is(String id, String state) throws IOException, InterruptedException {
    return source(id).path("state").asText().equalsIgnoreCase(state);
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    process.destroy();
    supervisor.join();
  }

  public static void main(String... arguments) throws Exception {
    IngestorSettings settings =
        new SettingsLoader(Map.of())
            .load(Path.of(arguments[0]), IngestorSettings.defaults(), List.of());
    RunningIngestor ingestor = RunningIngestor.start(settings, "test");
    Runtime.getRuntime().addShutdownHook(new Thread(ingestor::close));
    Thread.currentThread().join();
  }
}
