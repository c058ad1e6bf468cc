package io.sightings.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.ingest.PublishedFrames;
import io.sightings.ingest.RunningIngestor;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.kafka.LocalBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video from the client to the topic, through the whole ingestor. */
class VideoUploadIT {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path dir;

  @Test
  void anUploadedVideoIsOnTheTopicAndNoLongerOnDisk() throws Exception {
    Path video = new TestVideo(96, 64).write(dir.resolve("made.mp4"), 25, 50);
    Path state = dir.resolve("state");
    IngestorSettings settings = TestServer.settings();
    try (LocalBroker broker = LocalBroker.start();
        RunningIngestor ingestor =
            RunningIngestor.start(
                settings
                    .withState(state.toString())
                    .withKafka(settings.kafka().withBootstrap(broker.bootstrap()))
                    .withSources(List.of(TestServer.upload("door"))),
                "1.2.3")) {
      HttpResponse<String> answer = post(ingestor.port(), video);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      awaitNoVideoIn(state.resolve("uploads/door"));
      List<Frame> frames = new PublishedFrames(broker.bootstrap(), settings.kafka().topic()).read();
      List<Frame> images =
          frames.stream().filter(frame -> frame.info().type() == FrameType.IMAGE).toList();
      assertThat(images).hasSize(10);
      assertThat(images.get(0).info().capturedAt()).isEqualTo(NOON);
      assertThat(images.get(0).info().clock()).isEqualTo(CaptureClock.STATED);
      assertThat(images.get(0).info().source().id()).isEqualTo("door");
      assertThat(frames.get(frames.size() - 1).info().type()).isEqualTo(FrameType.ENDED);
    }
  }

  private static HttpResponse<String> post(int port, Path video) throws Exception {
    String address = "http://127.0.0.1:" + port + "/v1/sources/door/videos?capturedAt=" + NOON;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Content-Type", "video/mp4")
            .POST(HttpRequest.BodyPublishers.ofFile(video))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void awaitNoVideoIn(Path folder) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!videos(folder).isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(videos(folder)).isEmpty();
  }

  private static List<Path> videos(Path folder) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
