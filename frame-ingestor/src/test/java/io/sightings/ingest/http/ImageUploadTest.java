package io.sightings.ingest.http;

import static io.sightings.ingest.http.TestUploads.IMAGES;
import static io.sightings.ingest.http.TestUploads.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.settings.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not taken, and how that is said. Nothing here gets as far as Kafka. */
class ImageUploadTest {
  private static final int MAX_BYTES = 100_000;

  private TestServer server;
  private TestUploads uploads;

  @BeforeEach
  void start() throws IOException {
    server =
        TestServer.start(TestServer.settings().withImage(ImageLimits.of(MAX_BYTES, 1_000_000)));
    uploads = new TestUploads(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic YTpi", "Bearer a token"})
  void whoDoesNotKnowTheTokenMayNotUpload(String authorization) throws Exception {
    HttpRequest.Builder request = server.request(IMAGES);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    HttpResponse<String> answer = server.send(request.POST(photo()).build());

    problem(answer, 401);
    assertThat(answer.headers().firstValue("www-authenticate").orElseThrow()).startsWith("Bearer");
  }

  @Test
  void withoutATokenInTheSettingsNobodyMayUpload() throws Exception {
    ServerSettings open =
        ServerSettings.defaults()
            .withPort(0)
            .withStatusPort(0)
            .withToken("")
            .withRequestTimeout(Duration.ofSeconds(2))
            .withParallel(1)
            .withMaxVideoBytes(1 << 20);
    try (TestServer locked = TestServer.start(TestServer.settings().withServer(open))) {
      HttpResponse<String> answer =
          locked.send(
              locked.request(IMAGES).header("Authorization", "Bearer ").POST(photo()).build());

      assertThat(problem(answer, 403).get("detail").textValue()).contains("server.token");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "camera"})
  void onlySourcesDeclaredForUploadsTakeThem(String id) throws Exception {
    JsonNode problem =
        problem(uploads.post("/v1/sources/" + id + "/images", "image/jpeg", jpeg()), 404);

    assertThat(problem.get("detail").textValue()).contains("{id: " + id + ", upload: true}");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/sources/.hidden/images,400",
    "/v1/sources/%2e%2e/images,400",
    "/v1/sources/..%2f..%2fdoor/images,400",
    "/v1/sources/door%2F..%2Fdoor/images,400",
    "/v1/sources/door%00/images,400",
    "/v1/sources/door%20/images,400",
    "/v1/sources/t%C3%BCr/images,400",
    "/v1/sources/door;a=b/images,404",
    "/v1/sources//images,400",
    "/v1/sources/../images,404",
    "/v1/sources/door/../../../../etc/images,400",
    "/v1/sources/door/images/x,404",
    "/v2/sources/door/images,404",
  })
  void pathTricksLeadNowhere(String path, int status) throws Exception {
    String answer = server.say(TestUploads.head(path, "Content-Length: 0", "Connection: close"));

    assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
  }

  @Test
  void aVeryLongIdIsRefused() throws Exception {
    problem(uploads.post("/v1/sources/" + "a".repeat(129) + "/images", "image/jpeg", jpeg()), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-11-21T09:30:00",
        "2026-11-21",
        "2026-13-21T09:30:00Z",
        "2001-01-01T00:00:00Z",
        "2200-01-01T00:00:00Z",
        "%ff",
        ""
      })
  void aBadCaptureTimeIsNamed(String time) throws Exception {
    JsonNode problem =
        problem(uploads.post(IMAGES + "?capturedAt=" + time, "image/jpeg", jpeg()), 400);

    assertThat(problem.get("type").textValue()).endsWith("bad-capture-time");
    assertThat(problem.get("instance").textValue()).isEqualTo(IMAGES);
    problem(uploads.image(jpeg(), "X-Captured-At", "soon"), 400);
  }

  @Test
  void aCaptureTimeOutsideTheWindowIsRefusedWithTheSetting() throws Exception {
    Duration window = ServerSettings.defaults().captureWindow();
    String past = Instant.now().minus(window.plusMinutes(1)).toString();
    String soon = Instant.now().plus(Duration.ofHours(23)).toString();

    for (String time : List.of(past, Instant.now().plus(Duration.ofDays(2)).toString())) {
      JsonNode problem =
          problem(uploads.post(IMAGES + "?capturedAt=" + time, "image/jpeg", jpeg()), 400);
      assertThat(problem.get("detail").textValue()).contains("server.captureWindow");
    }
    problem(uploads.post(IMAGES + "?capturedAt=" + soon, "image/jpeg", new byte[0]), 422);
  }

  @Test
  void twoDifferentCaptureTimesAreRefused() throws Exception {
    HttpResponse<String> answer =
        uploads.post(
            IMAGES + "?capturedAt=2026-11-21T09:30:00Z",
            "image/jpeg",
            jpeg(),
            "X-Captured-At",
            "2026-11-21T09:30:01Z");

    assertThat(problem(answer, 400).get("detail").textValue()).contains("two different times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "video/mp4", "multipart/x", "a\"b"})
  void otherContentIsNotTaken(String type) throws Exception {
    assertThat(problem(uploads.post(IMAGES, type, jpeg()), 415).get("detail").textValue())
        .contains("JPEG", "multipart/form-data");
  }

  @Test
  void whatIsNoPictureIsNotTakenWhateverItIsCalled() throws Exception {
    problem(uploads.image("<html>".repeat(100).getBytes(UTF_8)), 415);
    problem(uploads.image(new byte[] {1}), 415);
    assertThat(problem(uploads.image(TestPhoto.of("gif", 20, 20)), 415).get("detail").textValue())
        .contains("GIF is not read: convert it");
    problem(uploads.image(jpeg(), "Content-Encoding", "gzip"), 415);
  }

  @Test
  void whatIsNoWholePictureCannotBeRead() throws Exception {
    byte[] png = TestPhoto.of("png", 64, 48);
    byte[] flat = png.clone();
    ByteBuffer.wrap(flat).putInt(16, 0);

    problem(uploads.image(new byte[0]), 422);
    problem(uploads.image(Arrays.copyOf(png, png.length - 20)), 422);
    problem(uploads.image(Arrays.copyOf(jpeg(), 200)), 422);
    problem(uploads.image(flat), 422);
  }

  @Test
  void aPictureOfTooManyPixelsIsRefusedByItsHeader() throws Exception {
    byte[] png = TestPhoto.of("png", 64, 48);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    byte[] wide = TestPhoto.of("png", 64, 48);
    ByteBuffer.wrap(wide).putInt(16, 100_000).putInt(20, 1);

    assertThat(problem(uploads.image(png), 422).get("type").textValue())
        .endsWith("too-many-pixels");
    problem(uploads.image(wide), 422);
  }

  @Test
  void tooManyBytesAreRefusedBeforeTheyAreRead() throws Exception {
    String head = TestUploads.head(IMAGES, "Content-Length: 99999999999", "Connection: close");

    assertThat(server.say(head)).startsWith("HTTP/1.1 413");
  }

  @Test
  void whoSendsOnAfterTheAnswerSeesIt() throws Exception {
    byte[] large = new byte[20 << 20];

    problem(uploads.image(large), 413);
    problem(
        server.send(
            server.request(IMAGES).POST(HttpRequest.BodyPublishers.ofByteArray(large)).build()),
        401);
  }

  @Test
  void aBodyOfUnknownLengthIsBoundedToo() throws Exception {
    HttpRequest chunked =
        uploads
            .to(IMAGES)
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[MAX_BYTES + 1])))
            .build();

    assertThat(problem(server.send(chunked), 413).get("detail").textValue())
        .contains("image.maxBytes");
  }

  @Test
  void whoWaitsForLeaveToSendIsToldBeforeSending() throws Exception {
    String answer =
        server.say(
            TestUploads.head(
                IMAGES, "Content-Length: 5000000", "Expect: 100-continue", "Connection: close"));

    assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain("100 Continue");
  }

  @Test
  void aKafkaThatIsAwayIsAReasonToComeBack() throws Exception {
    HttpResponse<String> answer = uploads.image(jpeg());

    assertThat(problem(answer, 503).get("type").textValue()).endsWith("kafka-away");
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void aKafkaNobodyHasSeenYetIsOneToo() throws Exception {
    try (TestServer other = TestServer.startLinked(TestServer.settings())) {
      problem(new TestUploads(other).image(jpeg()), 503);
    }
  }

  private static HttpRequest.BodyPublisher photo() throws IOException {
    return HttpRequest.BodyPublishers.ofByteArray(jpeg());
  }

  private static byte[] jpeg() throws IOException {
    return TestPhoto.of("jpg", 64, 48);
  }
}
