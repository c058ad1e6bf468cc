package io.sightings.ingest.http;

import static io.sightings.ingest.http.TestUploads.IMAGES;
import static io.sightings.ingest.http.TestUploads.json;
import static io.sightings.ingest.http.TestUploads.problem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.ingest.PublishedFrames;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.kafka.LocalBroker;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** Uploads while much is going on: what is answered is on the topic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadDeliveryIT {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private LocalBroker broker;
  private TestServer server;
  private TestUploads uploads;
  private String topic;

  @BeforeAll
  void startBroker() {
    broker = LocalBroker.start();
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    IngestorSettings settings = TestServer.settings();
    server =
        TestServer.startLinked(
            settings
                .withServer(TestServer.server(Duration.ofSeconds(5), 4))
                .withKafka(settings.kafka().withBootstrap(broker.bootstrap()).withTopic(topic)));
    uploads = new TestUploads(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void manyClientsAtOnceAllGetTheirPicturesThrough() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(16);
    List<CompletableFuture<String>> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] photo = TestPhoto.of("png", 20 + i, 20);
      sent.add(CompletableFuture.supplyAsync(() -> patiently(photo), clients));
    }
    List<String> answered = sent.stream().map(CompletableFuture::join).toList();
    clients.shutdown();

    assertThat(answered).doesNotHaveDuplicates();
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(answered);
  }

  @Test
  void whenKafkaComesBackTheSamePicturesHaveTheSameIds() throws Exception {
    byte[] photo = TestPhoto.of("jpg", 64, 48);
    String before = id(uploads.image(photo));
    broker.kill();
    Set<String> refused = new HashSet<>();
    try {
      for (int i = 1; i <= 3; i++) {
        refused.add(String.valueOf(problem(uploads.image(TestPhoto.of("jpg", 64, i)), 503)));
      }
    } finally {
      broker.restart();
    }

    assertThat(refused).isNotEmpty();
    assertThat(patiently(photo)).isEqualTo(before);
    List<String> answered = new ArrayList<>(List.of(before));
    for (int i = 1; i <= 3; i++) {
      answered.add(patiently(TestPhoto.of("jpg", 64, i)));
    }
    assertThat(new HashSet<>(ids())).containsExactlyInAnyOrderElementsOf(answered);
  }

  @Test
  void closingLetsARunningUploadEnd() throws Exception {
    byte[] photo = TestPhoto.of("jpg", 64, 48);
    int half = photo.length / 2;
    try (Socket socket = server.connect()) {
      String head = TestUploads.head(IMAGES, "Content-Length: " + photo.length);
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(photo, 0, half);
      // A second one on the way shows that the first has been taken up.
      json(uploads.image(TestPhoto.of("jpg", 32, 48)), 202);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
      socket.getOutputStream().write(photo, half, photo.length - half);

      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 202");
      closing.get(30, TimeUnit.SECONDS);
    }
    assertThat(frames()).hasSize(2);
  }

  /** Sends it until it is taken. */
  private String patiently(byte[] photo) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    try {
      HttpResponse<String> answer = uploads.image(photo);
      while (answer.statusCode() != 202 && System.nanoTime() < end) {
        LockSupport.parkNanos(PAUSE.toNanos());
        answer = uploads.image(photo);
      }
      return id(answer);
    } catch (Exception e) {
      throw new AssertionError("the upload fails", e);
    }
  }

  private static String id(HttpResponse<String> answer) throws Exception {
    return json(answer, 202).get("frames").get(0).get("id").textValue();
  }

  private List<String> ids() throws Exception {
    return frames().stream().map(frame -> frame.info().id()).toList();
  }

  private List<Frame> frames() throws Exception {
    return new PublishedFrames(broker.bootstrap(), topic).read();
  }
}
