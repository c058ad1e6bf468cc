package io.sightings.ingest.media;

import static io.sightings.ingest.media.Streams.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.lab.Camera;
import io.sightings.lab.CameraBehaviour;
import io.sightings.lab.CameraServer;
import io.sightings.lab.Handshake;
import io.sightings.lab.clip.LabClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A camera is opened anew thousands of times in a month. */
class LiveStreamLeakTest {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final int OFTEN = 30;

  @Test
  void openingAgainAndAgainLeavesNoThreadsAndNoFileDescriptors() throws Exception {
    try (CameraServer server = CameraServer.start()) {
      Camera good = server.camera("good", LabClip.h264());
      Camera bad =
          server
              .camera("bad", LabClip.h264())
              .behave(CameraBehaviour.answering(Handshake.UNAUTHORIZED));
      openAndClose(good, bad, 3);
      settle(good, bad);
      long threads = readers();
      long descriptors = descriptors();

      openAndClose(good, bad, OFTEN);
      settle(good, bad);

      assertThat(readers()).isLessThanOrEqualTo(threads + 2);
      assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 2);
    }
  }

  private static void openAndClose(Camera good, Camera bad, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (LiveStream stream = open(good.url())) {
        assertThat(stream.info().codec()).isEqualTo("h264");
      }
      assertThat(Streams.failure(bad.url()).lasting()).isTrue();
    }
  }

  /** The server's side of the connections ends a little later. */
  private static void settle(Camera... cameras) throws InterruptedException {
    for (Camera camera : cameras) {
      assertThat(
              camera.await(
                  one -> one.watches().stream().noneMatch(watch -> watch.open()), Streams.LIMIT))
          .isTrue();
    }
    Streams.await(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("lookup-")));
  }

  /** All but those of the cameras, which come and go by themselves. */
  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("camera-"))
        .count();
  }

  private static long descriptors() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      System.out.println("SKIPPED: file descriptors cannot be counted on this system");
      return 0;
    }
    try (Stream<Path> all = Files.list(DESCRIPTORS)) {
      return all.count();
    }
  }
}
