package io.sightings.ingest.http;

import static io.sightings.ingest.http.TestUploads.IMAGES;
import static io.sightings.ingest.http.TestUploads.json;
import static io.sightings.ingest.http.TestUploads.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.PublishedFrames;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.http.TestUploads.Parts;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.kafka.LocalBroker;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** Uploads that are taken: what is answered is on the topic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageUploadIT {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

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
  void aPictureIsOnTheTopicWhenThatIsAnswered() throws Exception {
    byte[] photo = TestPhoto.of("png", 64, 48);

    JsonNode answer =
        json(
            uploads.image(
                photo,
                "X-Captured-At",
                "2026-11-21T13:00:00+01:00",
                "Content-Disposition",
                "attachment; filename=\"..\\\\holiday/../door 1.png\""),
            202);

    assertThat(answer.get("frames")).hasSize(1);
    Frame frame = frames().get(0);
    FrameInfo info = frame.info();
    assertThat(answer.get("frames").get(0).get("id").textValue()).isEqualTo(info.id());
    assertThat(answer.get("frames").get(0).get("subject").textValue()).isEqualTo("door 1.png");
    assertThat(info.type()).isEqualTo(FrameType.IMAGE);
    assertThat(info.source())
        .isEqualTo(new SourceInfo("door", SourceKind.IMAGE, "Front door", Map.of("floor", "2")));
    assertThat(info.sequence()).isZero();
    assertThat(info.capturedAt()).isEqualTo(NOON);
    assertThat(info.clock()).isEqualTo(CaptureClock.STATED);
    assertThat(info.contentType()).isEqualTo("image/png");
    assertThat(info.width()).isEqualTo(64);
    assertThat(info.height()).isEqualTo(48);
    assertThat(info.subject()).isEqualTo("door 1.png");
    assertThat(frame.image()).isEqualTo(photo);
    assertThat(server.monitors.of("door", "upload").status().published()).isEqualTo(1);
  }

  @Test
  void theClockIsTheBestThereIs() throws Exception {
    byte[] exif = TestPhoto.withExif(80, 60, 1, "2026:11:21 13:00:00", "+01:00");
    Instant before = Instant.now();

    json(uploads.post(IMAGES + "?capturedAt=2026-11-21T13:00:00+01:00", "image/jpeg", exif), 202);
    json(uploads.image(exif), 202);
    json(uploads.image(TestPhoto.of("jpg", 64, 48)), 202);

    List<FrameInfo> all = frames().stream().map(Frame::info).toList();
    assertThat(all)
        .extracting(FrameInfo::clock)
        .containsExactly(CaptureClock.STATED, CaptureClock.RECORDING, CaptureClock.ARRIVAL);
    assertThat(all.subList(0, 2)).extracting(FrameInfo::capturedAt).containsOnly(NOON);
    assertThat(all.get(2).capturedAt())
        .isBetween(before.truncatedTo(ChronoUnit.MILLIS), Instant.now());
  }

  @Test
  void ofSeveralPicturesTheGoodOnesAreTaken() throws Exception {
    byte[] first = TestPhoto.of("jpg", 64, 48);
    byte[] second = TestPhoto.of("bmp", 32, 24);
    byte[] body =
        new Parts()
            .file("first.jpg", first)
            .file("bad.jpg", "hello".getBytes(UTF_8))
            .add(second, "X-Captured-At: " + NOON)
            .end();

    JsonNode answer = json(uploads.multipart(body), 202);

    assertThat(answer.get("frames").findValuesAsText("part")).containsExactly("1", "3");
    assertThat(answer.get("frames").findValuesAsText("id")).isEqualTo(ids());
    assertThat(answer.get("problems").findValuesAsText("part")).containsExactly("2");
    assertThat(answer.get("problems").findValuesAsText("status")).containsExactly("415");
    assertThat(frames())
        .extracting(frame -> frame.info().subject())
        .containsExactly("first.jpg", null);
    assertThat(frames().get(1).info().capturedAt()).isEqualTo(NOON);
  }

  @Test
  void whatArrivedBeforeARequestBrokeOffIsSaid() throws Exception {
    byte[] body = new Parts().file("first.jpg", TestPhoto.of("jpg", 64, 48)).unfinished();

    JsonNode problem = problem(uploads.multipart(body), 400);

    assertThat(problem.has("frames")).isFalse();
    byte[] more =
        new Parts()
            .file("first.jpg", TestPhoto.of("jpg", 64, 48))
            .file("second.jpg", new byte[100])
            .unfinished();
    assertThat(problem(uploads.multipart(more), 400).get("frames").findValuesAsText("id"))
        .hasSize(1)
        .isEqualTo(ids());
  }

  @Test
  void aPictureSentAgainHasTheSameId() throws Exception {
    byte[] photo = TestPhoto.of("jpg", 64, 48);
    byte[] other = TestPhoto.of("jpg", 64, 40);
    String at = "X-Captured-At";
    String key = "Idempotency-Key";

    String plain = id(uploads.image(photo));

    assertThat(id(uploads.image(photo))).isEqualTo(plain);
    assertThat(id(uploads.image(other))).isNotEqualTo(plain);
    String stated = id(uploads.image(photo, at, "2026-11-21T12:00:00Z"));
    assertThat(stated).isNotEqualTo(plain);
    assertThat(id(uploads.image(photo, at, "2026-11-21T13:00:00+01:00"))).isEqualTo(stated);
    String keyed = id(uploads.image(photo, key, "one", at, "2026-11-21T12:00:00Z"));
    assertThat(keyed).isNotEqualTo(plain).isNotEqualTo(stated);
    assertThat(id(uploads.image(photo, key, "one", at, "2026-11-21T12:00:09Z"))).isEqualTo(keyed);
    assertThat(id(uploads.image(photo, key, "two"))).isNotEqualTo(keyed);
    assertThat(id(uploads.image(other, key, "one"))).isNotEqualTo(keyed);
  }

  @Test
  void thePictureMayBeAsLargeAsTheSettingsAllow() throws Exception {
    byte[] photo = TestPhoto.jpegOf(8 << 20);
    HttpRequest chunked =
        uploads
            .to(IMAGES)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(photo)))
            .build();

    json(uploads.image(photo), 202);
    json(server.send(chunked), 202);

    assertThat(frames()).allSatisfy(frame -> assertThat(frame.image()).isEqualTo(photo)).hasSize(2);
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
