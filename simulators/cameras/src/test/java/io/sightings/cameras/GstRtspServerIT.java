package io.sightings.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightings.cameras.GstRtspServer.GstCamera;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GstRtspServerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @BeforeAll
  static void look() {
    Optional<String> missing = GstRtspServer.missing().or(() -> LabClip.missing(ClipCodec.H265));
    missing.ifPresent(why -> System.out.println("GstRtspServerIT: skipped, because " + why));
    assumeTrue(missing.isEmpty());
  }

  @Test
  void bothCodecsComeOnBothWays() throws Exception {
    try (GstRtspServer server = GstRtspServer.start(LabClip.h264(), LabClip.h265())) {
      for (GstCamera camera : server.cameras()) {
        for (String transport : List.of("tcp", "udp")) {
          List<FfmpegCameraReader.Seen> seen = watch(camera, transport, 25);
          assertThat(seen).as("%s by %s", camera, transport).hasSize(25);
          SeenFrameAssert.inOrder(camera.clip(), seen);
        }
      }
    }
  }

  @Test
  void theRightPasswordIsAskedForAndTaken() throws Exception {
    for (CameraCredentials credentials :
        List.of(
            CameraCredentials.basic("ann", "s3cret"), CameraCredentials.digest("ann", "s3cret"))) {
      try (GstRtspServer server = GstRtspServer.start(0, credentials, List.of(LabClip.h264()))) {
        GstCamera camera = server.camera(0);
        assertThat(watch(camera, "tcp", 2)).hasSize(2);
        assertThat(camera.toString()).doesNotContain("s3cret");
        String wrong = camera.url().replace("s3cret", "wrong");
        assertThatThrownBy(() -> new FfmpegCameraReader(wrong, "tcp", PATIENCE).close())
            .isInstanceOf(IOException.class)
            .hasMessageContaining("401");
      }
    }
  }

  @Test
  void aServerIsBackOnItsPortAfterItsEnd() throws Exception {
    try (GstRtspServer server = GstRtspServer.start(LabClip.h264())) {
      GstCamera camera = server.camera(0);
      assertThat(watch(camera, "tcp", 2)).hasSize(2);
      server.switchOff();
      assertThatThrownBy(() -> watch(camera, "tcp", 2)).isInstanceOf(IOException.class);
      server.switchOn();
      assertThat(watch(camera, "tcp", 2)).hasSize(2);
    }
  }

  private static List<FfmpegCameraReader.Seen> watch(GstCamera camera, String transport, int most)
      throws IOException {
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), transport, PATIENCE)) {
      return reader.frames(most);
    }
  }
}
