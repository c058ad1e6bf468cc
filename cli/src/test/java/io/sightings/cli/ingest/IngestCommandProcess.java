package io.sightings.cli.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightings.cli.Main;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * {@code sightings ingest --config} in a JVM of its own, as a user has it, with a talkative log.
 */
final class IngestCommandProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final Path config;
  private final String head;
  private final int port;
  private final Process process;

  IngestCommandProcess(Path folder, String bootstrap, String sources) throws IOException {
    this.folder = folder;
    port = freePort();
    config = folder.resolve("ingestor.yaml");
    head =
        """
        kafka: {bootstrap: "%s"}
        state: "%s"
        server: {port: 0, statusPort: %d, token: "a-token-for-uploads"}
        live: {timeout: 4s, minBackoff: 200ms, maxBackoff: 1s}
        """
            .formatted(bootstrap, folder.resolve("state"), port);
    write(sources);
    ProcessBuilder java =
        new ProcessBuilder(
            // Under nohup the signal is ignored, and so it would be by this process (coreutils).
            "env",
            "--default-signal=HUP",
            ProcessHandle.current().info().command().orElseThrow(),
            "-Dsightings.log=" + log(),
            "-Dsightings.level=DEBUG",
            Main.class.getName(),
            "ingest",
            "--config",
            config.toString(),
            "--json-log");
    // As long a class path would not do on a command line.
    java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    process = java.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What the settings file says of sources, and of whatever else, from now on. */
  void write(String sources) throws IOException {
    Files.writeString(config, head + sources);
  }

  Path log() {
    return folder.resolve("sightings.log");
  }

  /** What it said on the terminal. */
  String said() {
    try {
      return Files.readString(folder.resolve("out"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String get(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      // It does not listen yet.
      return "{}";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What /health says of a source. */
  JsonNode source(String id) {
    try {
      for (JsonNode source : JSON.readTree(get("/health")).path("sources")) {
        if (source.path("id").asText().equals(id)) {
          return source;
        }
      }
      return JSON.createObjectNode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitState(String id, String state) {
    await(id + " is " + state, () -> source(id).path("state").asText().equals(state));
  }

  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("not so: " + what + "\n" + get("/health") + "\n" + said());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /** SIGHUP. */
  void hangUp() throws IOException, InterruptedException {
    List<String> kill = List.of("kill", "-HUP", Long.toString(process.pid()));
    if (new ProcessBuilder(kill).start().waitFor() != 0) {
      throw new IllegalStateException("no signal could be sent");
    }
  }

  /** SIGTERM, and its end. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("it did not stop\n" + said());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
