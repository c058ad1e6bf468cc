package io.sightings.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.clip.LabClip;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.kafka.LocalBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Inputs on which native code ends the whole process, beside good ones, with a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlyInputIT {
  private static final String TOKEN = "a token of many characters";
  private static final int GOOD_FRAMES = 20;

  @TempDir private Path dir;
  private LocalBroker broker;
  private CameraServer cameras;
  private int uploads;
  private int status;

  @BeforeAll
  void startBroker() {
    broker = LocalBroker.start();
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void prepare() throws IOException {
    cameras = CameraServer.start();
    cameras.camera("door", LabClip.h264());
    uploads = freePort();
    status = freePort();
  }

  @AfterEach
  void stopCameras() {
    cameras.close();
  }

  @Test
  void anUploadThatEndsTheIngestorIsPutAwayAndAllOthersAreServed() throws Exception {
    Path archive = Files.createDirectory(dir.resolve("archive"));
    byte[] deadly = video(NativeFault.FATAL_WIDTH, 10);
    byte[] good = video(96, GOOD_FRAMES);
    Path put = dir.resolve("files/state/uploads/drop");
    try (SupervisedIngestor ingestor =
        start(
            "files",
            "{id: drop, upload: true}",
            "{id: archive, watch: \"%s\"}".formatted(archive))) {
      Eventually.holds("streaming", () -> ingestor.is("door", "streaming"));
      drop(archive.resolve("before.mp4"), good);
      Eventually.holds("read", () -> Files.exists(archive.resolve("done/before.mp4")));

      assertThat(upload(deadly)).isEqualTo(202);
      for (int death = 1; death <= 2; death++) {
        int deaths = death;
        Eventually.holds("death " + death, () -> ingestor.exits().size() == deaths);
        drop(archive.resolve("after-%d.mp4".formatted(death)), good);
        Eventually.holds("served again", () -> ingestor.is("door", "streaming"));
        tell("an upload", death, ingestor.starts().get(deaths));
      }
      Eventually.holds("put away", () -> reason(put).contains("ended twice while reading it"));
      Eventually.holds("served", () -> upload(good) == 202 && ingestor.is("door", "streaming"));
      Eventually.holds(
          "all read",
          () ->
              Files.exists(archive.resolve("done/after-2.mp4"))
                  && Files.exists(archive.resolve("done/after-1.mp4"))
                  && waiting(put) == 0);

      assertThat(ingestor.exits()).as("aborted").containsExactly(134, 134);
      assertThat(ingestor.get("/metrics"))
          .contains("sightings_ingest_quarantined_total{source=\"drop\"} 1");
      assertThat(ingestor.source("door").path("lastError").asText("")).doesNotContain("ended");
    }
    Map<String, Long> images = imagesByRun("files");
    images.keySet().removeIf(run -> run.startsWith("door"));
    assertThat(images).hasSize(4);
    assertThat(images.values()).as("none missing, none double").containsOnly((long) GOOD_FRAMES);
  }

  @Test
  void aCameraThatEndsTheIngestorIsLeftOutAndTheOthersAreServed() throws Exception {
    HttpServer evil = mjpeg(TestPhoto.of("jpeg", NativeFault.FATAL_WIDTH, 64));
    String url = "http://127.0.0.1:%d/".formatted(evil.getAddress().getPort());
    try (SupervisedIngestor ingestor = start("streams", "{id: evil, url: \"%s\"}".formatted(url))) {
      Eventually.holds("left out", () -> ingestor.is("evil", "quarantined"));
      Eventually.holds("served again", () -> ingestor.is("door", "streaming"));
      tell(
          "a camera", ingestor.exits().size(), ingestor.starts().get(ingestor.starts().size() - 1));

      assertThat(ingestor.source("evil").path("lastError").asText())
          .contains("the ingestor ended twice while reading it: it is left out until 20");
      assertThat(ingestor.get("/metrics"))
          .contains("sightings_ingest_quarantined_total{source=\"evil\"} 1")
          .contains("sightings_ingest_source_state{source=\"evil\",state=\"quarantined\"} 1");
      int deaths = ingestor.exits().size();
      long read = ingestor.source("door").path("read").asLong();
      Eventually.holds(
          "it goes on", () -> ingestor.source("door").path("read").asLong() > read + 50);
      assertThat(ingestor.exits()).hasSize(deaths).containsOnly(134);
      assertThat(deaths).isLessThanOrEqualTo(3);
    } finally {
      evil.stop(0);
    }
  }

  private SupervisedIngestor start(String name, String... sources) throws IOException {
    Path folder = Files.createDirectories(dir.resolve(name));
    Path shadow = NativeFault.decoders(Files.createDirectory(dir.resolve(name + "-classes")));
    String settings =
        """
        kafka: {bootstrap: "%s", topic: "%s"}
        state: "%s"
        sample: {fps: 0}
        folders: {scan: 100ms, settle: 200ms}
        live: {timeout: 4s, minBackoff: 200ms, maxBackoff: 1s}
        server: {port: %d, statusPort: %d, token: "%s"}
        sources:
          - {id: door, url: "rtsp://127.0.0.1:%d/door"}
          - %s
        """
            .formatted(
                broker.bootstrap(),
                name,
                folder.resolve("state"),
                uploads,
                status,
                TOKEN,
                cameras.port(),
                String.join("\n  - ", sources));
    return new SupervisedIngestor(folder, shadow, status, settings);
  }

  private int upload(byte[] video) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + uploads + "/v1/sources/drop/videos");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "video/mp4")
            .POST(HttpRequest.BodyPublishers.ofByteArray(video))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    } catch (IOException notUpNow) {
      return 0;
    }
  }

  private byte[] video(int width, int frames) throws IOException {
    Path made = dir.resolve("made-" + width + ".mp4");
    return Files.readAllBytes(new TestVideo(width, 64).write(made, 25, frames));
  }

  private static void drop(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String reason(Path folder) throws IOException {
    Path rejected = folder.resolve("rejected");
    if (!Files.isDirectory(rejected)) {
      return "";
    }
    try (Stream<Path> files = Files.list(rejected)) {
      Path found =
          files.filter(file -> file.toString().endsWith(".reason")).findFirst().orElse(null);
      return found == null ? "" : Files.readString(found);
    }
  }

  private static long waiting(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  /** How many different pictures there are of each run of each source. */
  private Map<String, Long> imagesByRun(String topic) throws Exception {
    Map<String, Frame> all = new HashMap<>();
    for (Frame frame : new PublishedFrames(broker.bootstrap(), topic).read()) {
      if (frame.info().type() == FrameType.IMAGE) {
        all.put(frame.info().id(), frame);
      }
    }
    Map<String, Long> counts = new TreeMap<>();
    all.values()
        .forEach(
            frame ->
                counts.merge(
                    frame.info().source().id() + " " + frame.info().epoch(), 1L, Long::sum));
    return counts;
  }

  private static void tell(String what, int deaths, Instant started) {
    System.out.printf(
        "%s ended the ingestor %d times; the camera was served %d ms after it was started again%n",
        what, deaths, Duration.between(started, Instant.now()).toMillis());
  }

  private static HttpServer mjpeg(byte[] jpeg) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> push(exchange, jpeg));
    server.start();
    return server;
  }

  private static void push(HttpExchange exchange, byte[] jpeg) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace;boundary=frame");
    exchange.sendResponseHeaders(200, 0);
    try (exchange;
        OutputStream body = exchange.getResponseBody()) {
      for (int i = 0; i < 100; i++) {
        String head = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n";
        body.write(head.formatted(jpeg.length).getBytes(US_ASCII));
        body.write(jpeg);
        body.write("\r\n".getBytes(US_ASCII));
        body.flush();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
