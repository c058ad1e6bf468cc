package io.sightings.ingest.http;

import io.sightings.ingest.http.upload.IngestBackend;
import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.ServerSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A server on a free port, and clients for it. */
final class TestServer implements AutoCloseable {
  static final String TOKEN = "a token of many characters";

  final SourceMonitors monitors = new SourceMonitors();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AutoCloseable kafka;
  private final IngestServer server;
  private volatile Optional<String> problem = Optional.empty();

  private TestServer(IngestorSettings settings, FramePublisher publisher, AutoCloseable kafka)
      throws IOException {
    this.kafka = kafka;
    Map<String, SourceSettings> sources = new HashMap<>();
    settings.sources().forEach(source -> sources.put(source.id(), source));
    server =
        IngestServer.start(
            settings,
            new IngestBackend(
                id -> Optional.ofNullable(sources.get(id)),
                publisher,
                monitors,
                "1.2.3",
                () -> problem));
  }

  /** Whose pictures wait for Kafka as those of the service do. */
  static TestServer startLinked(IngestorSettings settings) throws IOException {
    KafkaLink link = KafkaLink.open(settings.kafka());
    try {
      return new TestServer(settings, link.publisher(), link);
    } catch (IOException e) {
      link.close();
      throw e;
    }
  }

  /** For what need not get as far as Kafka: the first picture waits in the producer itself. */
  static TestServer start(IngestorSettings settings) throws IOException {
    FramePublisher publisher = FramePublisher.connect(settings.kafka());
    return new TestServer(settings, publisher, publisher);
  }

  /** Of a door to upload to and a camera, with a Kafka that is not there. */
  static IngestorSettings settings() {
    IngestorSettings defaults = IngestorSettings.defaults();
    return defaults
        .withServer(server(Duration.ofSeconds(5), 2))
        .withKafka(defaults.kafka().withBootstrap("127.0.0.1:1"))
        .withSources(
            List.of(upload("door"), SourceSettings.stream("camera", "rtsp://me:secret@10.0.0.5/")));
  }

  static ServerSettings server(Duration requestTimeout, int parallel) {
    return ServerSettings.defaults()
        .withPort(0)
        .withStatusPort(0)
        .withToken(TOKEN)
        .withRequestTimeout(requestTimeout)
        .withParallel(parallel)
        .withMaxVideoBytes(8 << 20);
  }

  static SourceSettings upload(String id) {
    return SourceSettingsBuilder.builder()
        .id(id)
        .upload(true)
        .location("Front door")
        .labels(Map.of("floor", "2"))
        .build();
  }

  void has(Optional<String> otherProblem) {
    problem = otherProblem;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** What the status port answers. */
  HttpResponse<String> status(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.statusPort() + path);
    return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendLater(HttpRequest request) {
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  Socket connect() throws IOException {
    return connect("127.0.0.1", server.port());
  }

  /** A connection to the status port from another address of this machine. */
  Socket connectToStatus(String from) throws IOException {
    return connect(from, server.statusPort());
  }

  /** A connection to the upload port from another address of this machine. */
  Socket connectFrom(String from) throws IOException {
    return connect(from, server.port());
  }

  private static Socket connect(String from, int port) throws IOException {
    InetAddress local = InetAddress.getByName(from);
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, local, 0);
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** What the server says to bytes that need not be HTTP, until it closes the connection. */
  String say(String bytes) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
    try {
      kafka.close();
    } catch (Exception e) {
      throw new AssertionError("the way to Kafka does not close", e);
    }
  }
}
