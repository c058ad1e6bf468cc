package io.sightings.ingest.http;

import static io.sightings.ingest.http.TestUploads.json;
import static io.sightings.ingest.http.TestUploads.problem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos that are posted, up to the folder where they wait to be read. */
class VideoUploadTest {
  private static final String VIDEOS = "/v1/sources/door/videos";
  private static final int MAX_BYTES = 8 << 20;

  @TempDir private Path state;
  private Path folder;
  private byte[] video;
  private TestServer server;
  private TestUploads uploads;

  @BeforeEach
  void start() throws IOException {
    video = Files.readAllBytes(new TestVideo(96, 64).write(state.resolve("made.mp4"), 25, 10));
    folder = state.resolve("uploads/door");
    startServer();
  }

  private void startServer() throws IOException {
    server = TestServer.start(TestServer.settings().withState(state.toString()));
    uploads = new TestUploads(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aVideoWaitsUnderTheNameThatIsAnswered() throws Exception {
    String name = name(post(video));

    assertThat(name).matches("\\d{8}T\\d{6}Z-[0-9a-f]{12}\\.mp4");
    assertThat(files()).containsExactly(name);
    assertThat(Files.readAllBytes(folder.resolve(name))).isEqualTo(video);
    assertThat(name(post(video))).isNotEqualTo(name);
  }

  @Test
  void itsCaptureTimeIsBesideIt() throws Exception {
    String name = name(post(video, "X-Captured-At", "2026-11-21T13:00:00+01:00"));

    assertThat(files()).containsExactly(name, name + ".start");
    assertThat(Files.readString(folder.resolve(name + ".start"))).isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void aVideoSentAgainWithItsKeyIsKeptOnce() throws Exception {
    String name = name(post(video, "Idempotency-Key", "one"));

    assertThat(name(post(video, "Idempotency-Key", "one"))).isEqualTo(name);
    assertThat(files()).containsExactly(name);
    assertThat(name(post(video, "Idempotency-Key", "two"))).isNotEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "video/webm,,webm",
    "video/x-unheard-of,,mp4",
    "application/octet-stream,holiday.MKV,mkv",
    "application/octet-stream,holiday.exe,mp4",
    "application/octet-stream,../../../etc/cron.d/evil.mp4,mp4",
    "application/octet-stream,.mp4/../../x,mp4",
    "video/quicktime; codecs=x,x.%2e%2e,mov",
  })
  void nothingOfTheClientsNameIsUsedButItsExtension(String type, String given, String extension)
      throws Exception {
    String[] headers =
        given == null
            ? new String[0]
            : new String[] {"Content-Disposition", "attachment; filename=\"" + given + "\""};

    String name = name(uploads.post(VIDEOS, type, video, headers));

    assertThat(name).matches("[0-9A-Za-z-]+\\." + extension);
    assertThat(files()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/jpeg", "multipart/form-data; boundary=b", "video"})
  void otherContentIsNotTaken(String type) throws Exception {
    problem(uploads.post(VIDEOS, type, video), 415);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsNoVideoAtAllIsNotTaken() throws Exception {
    assertThat(problem(post(TestPhoto.of("jpg", 64, 48)), 415).get("detail").textValue())
        .contains("images");
    problem(post(new byte[0]), 422);
    problem(post(video, "X-Captured-At", "yesterday"), 400);
    problem(post(video, "Content-Encoding", "gzip"), 415);
    assertThat(files()).isEmpty();
  }

  @Test
  void aVideoThatIsTooLargeLeavesNothingBehind() throws Exception {
    byte[] large = new byte[MAX_BYTES + 1];
    HttpRequest chunked =
        uploads
            .to(VIDEOS)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();

    problem(post(large), 413);
    problem(server.send(chunked), 413);
    assertThat(files()).isEmpty();
  }

  @Test
  void aVideoBrokenOffLeavesNothingBehind() throws Exception {
    String head = TestUploads.head(VIDEOS, "Content-Length: 5000000");
    try (Socket socket = server.connect()) {
      socket.getOutputStream().write((head + "x".repeat(50_000)).getBytes(US_ASCII));
      awaitFiles(1);
    }
    awaitFiles(0);

    String answer = server.say(head + "some");

    assertThat(answer).startsWith("HTTP/1.1 408");
    assertThat(files()).isEmpty();
  }

  @Test
  void whatACrashLeftUnfinishedIsGoneAfterTheStart() throws Exception {
    String name = name(post(video));
    Files.writeString(folder.resolve(".other.mp4.0.part"), "half");
    server.close();

    startServer();

    assertThat(files()).containsExactly(name);
  }

  @Test
  void videosLeaveRoomForPictures() throws Exception {
    try (Socket socket = server.connect()) {
      String head = TestUploads.head(VIDEOS, "Content-Length: 5000000");
      socket.getOutputStream().write((head + "x".repeat(50_000)).getBytes(US_ASCII));
      awaitFiles(1);

      problem(post(video), 429);
      problem(uploads.image("rubbish, rubbish".getBytes(UTF_8)), 415);
    }
  }

  private HttpResponse<String> post(byte[] body, String... headers) throws Exception {
    return uploads.post(VIDEOS, "video/mp4", body, headers);
  }

  private static String name(HttpResponse<String> answer) throws Exception {
    return json(answer, 202).get("video").textValue();
  }

  private void awaitFiles(int count) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (files().size() != count && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    assertThat(files()).hasSize(count);
  }

  private List<String> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
