package io.sightings.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.ClipSpec;
import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CameraProtocolTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void rtspsShowsEveryFrameOnceAndInOrder() throws Exception {
    try (CameraServer lab = CameraServer.start(CameraProtocol.RTSPS)) {
      SimulatedCamera camera =
          lab.camera("door", LabClip.h264()).secured(CameraCredentials.digest("ann", "pw"));
      assertThat(camera.url()).startsWith("rtsps://ann:pw@127.0.0.1:");
      assertGood(camera, "tcp");
    }
  }

  @Test
  void h265ComesOnBothWays() throws Exception {
    Optional<String> missing = LabClip.missing(ClipCodec.H265);
    missing.ifPresent(why -> System.out.println("h265ComesOnBothWays: skipped, because " + why));
    assumeTrue(missing.isEmpty());
    try (CameraServer lab = CameraServer.start()) {
      SimulatedCamera camera = lab.camera("door", LabClip.h265());
      assertGood(camera, "tcp");
      assertGood(camera, "udp");
    }
  }

  @Test
  void mjpegShowsEveryFrameOnceAndInOrder() throws Exception {
    for (CameraProtocol protocol : List.of(CameraProtocol.MJPEG, CameraProtocol.MJPEG_TLS)) {
      try (CameraServer lab = CameraServer.start(protocol)) {
        SimulatedCamera camera = lab.camera("door/video", LabClip.jpeg());
        assertGood(camera.secured(CameraCredentials.basic("ann", "pw")), "");
        assertGood(camera.secured(CameraCredentials.digest("ann", "pw")), "");
      }
    }
  }

  @Test
  void hlsShowsEveryFrameOnceAndInOrder() throws Exception {
    try (CameraServer lab = CameraServer.start(CameraProtocol.HLS)) {
      SimulatedCamera camera =
          lab.camera("door", LabClip.of(ClipSpec.of(ClipCodec.H264).frames(20)));
      List<FfmpegCameraReader.Seen> seen = watch(camera, "", 45);
      assertThat(seen).hasSize(45);
      SeenFrameAssert.inOrder(camera.clip(), seen);
    }
  }

  @Test
  void aStalledPlaylistGrowsNoFurther() throws Exception {
    try (CameraServer lab = CameraServer.start(CameraProtocol.HLS)) {
      SimulatedCamera camera = lab.camera("door", LabClip.h264());
      camera.behave(CameraBehaviour.good().stallAfter(35));
      Duration patience = Duration.ofSeconds(8);
      try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), "", patience)) {
        assertThat(reader.frames(100)).hasSizeBetween(10, 30);
      }
    }
  }

  @Test
  void mjpegHasTheSameFaults() throws Exception {
    try (CameraServer lab = CameraServer.start(CameraProtocol.MJPEG)) {
      SimulatedCamera camera = lab.camera("door", LabClip.jpeg());
      camera.behave(CameraBehaviour.unauthorized());
      assertThatThrownBy(() -> watch(camera, "", 1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("401");
      camera.behave(CameraBehaviour.good().finAfter(12));
      assertThat(watch(camera, "", 100)).hasSize(12);
      camera.behave(CameraBehaviour.good().stallAfter(12));
      try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), "", PATIENCE)) {
        assertThat(camera.await(c -> c.framesSent() == 24, PATIENCE)).isTrue();
        camera.behave(CameraBehaviour.good());
        assertThat(reader.frames(20)).hasSize(20);
      }
    }
  }

  @Test
  void aClipIsShownOnlyByWhatCanShowIt() {
    try (CameraServer lab = CameraServer.start(CameraProtocol.MJPEG)) {
      assertThatThrownBy(() -> lab.camera("door", LabClip.h264()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("h264 cannot be shown by MJPEG");
    }
  }

  private static void assertGood(SimulatedCamera camera, String transport) throws IOException {
    List<FfmpegCameraReader.Seen> seen = watch(camera, transport, 15);
    assertThat(seen).hasSize(15);
    SeenFrameAssert.inOrder(camera.clip(), seen);
  }

  private static List<FfmpegCameraReader.Seen> watch(
      SimulatedCamera camera, String transport, int most) throws IOException {
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), transport, PATIENCE)) {
      return reader.frames(most);
    }
  }
}
