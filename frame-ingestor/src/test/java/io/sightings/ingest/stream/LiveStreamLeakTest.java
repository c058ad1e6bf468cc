package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Streams.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.CameraHandshake;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.LabClip;
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
      SimulatedCamera good = server.camera("good", LabClip.h264());
      SimulatedCamera bad =
          server
              .camera("bad", LabClip.h264())
              .behave(CameraBehaviour.answering(CameraHandshake.UNAUTHORIZED));
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

  private static void openAndClose(SimulatedCamera good, SimulatedCamera bad, int times)
      throws Exception {
    for (int i = 0; i < times; i++) {
      try (LiveStream stream = open(good.url())) {
        assertThat(stream.info().codec()).isEqualTo("h264");
      }
      assertThat(Streams.failure(bad.url()).lasting()).isTrue();
    }
  }

  /** The server's side of the connections ends a little later. */
  private static void settle(SimulatedCamera... cameras) throws InterruptedException {
    for (SimulatedCamera camera : cameras) {
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
