package io.sightings.benchmarks.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./sightings ingest} in a process of its own, as a user starts it. */
final class IngestorProcess implements AutoCloseable {
  static final String TOKEN = "0123456789abcdef-benchmark";
  private static final int STOP_SECONDS = 40;

  private final Process process;
  private final int port;
  private final int statusPort;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  private IngestorProcess(Process process, int port, int statusPort, Path log) {
    this.process = process;
    this.port = port;
    this.statusPort = statusPort;
    this.log = log;
  }

  /**
   * @param yaml settings, but for Kafka, state and server
   * @param home of the product
   */
  static IngestorProcess start(Path home, Path work, String bootstrap, String yaml)
      throws IOException {
    int port = freePort();
    int statusPort = freePort();
    Path config = work.resolve("ingestor.yaml");
    Files.writeString(
        config,
        """
        kafka: {bootstrap: "%s"}
        state: "%s"
        server: {port: %d, statusPort: %d, token: "%s"}
        """
                .formatted(bootstrap, work.resolve("state"), port, statusPort, TOKEN)
            + yaml);
    Path log = work.resolve("ingestor.log");
    List<String> command = new ArrayList<>(List.of(home.resolve("sightings").toString(), "ingest"));
    command.addAll(List.of("--config", config.toString(), "--verbose"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new IngestorProcess(process, port, statusPort, log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  Path log() {
    return log;
  }

  /** What it uses now; the first word on a process is its number. */
  Usage usage() {
    return Usage.of(process.pid());
  }

  /** A metric of a source, as /metrics says it; 0 where it says nothing. */
  double metric(String name, String source) throws IOException, InterruptedException {
    Matcher line =
        Pattern.compile(
                "^" + name + "\\{source=\"" + Pattern.quote(source) + "\"} (\\S+)$",
                Pattern.MULTILINE)
            .matcher(get("/metrics"));
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  String get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + statusPort + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  /** Waits until it takes frames. */
  void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (System.nanoTime() < end) {
      try {
        if (get("/ready").contains("\"ready\":true")) {
          return;
        }
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IllegalStateException("the ingestor has ended; see " + log, e);
        }
      }
      WallClockPause.millis(200);
    }
    throw new IllegalStateException("the ingestor is not ready after a minute; see " + log);
  }

  /** As Ctrl-C does it: what was taken is sent. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the ingestor did not stop; see " + log);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Of one process, from the system's own books. */
  record Usage(double rssMegabytes, int threads, int files, double cpuSeconds) {
    private static final double TICKS = 100;

    static Usage of(long pid) {
      Path proc = Path.of("/proc", Long.toString(pid));
      try (var files = Files.list(proc.resolve("fd"))) {
        String status = Files.readString(proc.resolve("status"));
        String[] stat =
            Files.readString(proc.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
        double ticks = Double.parseDouble(stat[11]) + Double.parseDouble(stat[12]);
        return new Usage(
            number(status, "VmRSS") / 1024.0,
            number(status, "Threads"),
            (int) files.count(),
            ticks / TICKS);
      } catch (IOException e) {
        throw new UncheckedIOException("process " + pid + " cannot be looked at", e);
      }
    }

    private static int number(String status, String name) {
      Matcher line = Pattern.compile("^" + name + ":\\s+(\\d+)", Pattern.MULTILINE).matcher(status);
      return line.find() ? Integer.parseInt(line.group(1)) : -1;
    }
  }
}
