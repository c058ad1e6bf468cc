package io.sightings.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private CameraServer lab;
  private SimulatedCamera camera;

  @BeforeEach
  void start() {
    lab = CameraServer.start();
    camera = lab.camera("door", LabClip.h264());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void aGoodCameraShowsEveryFrameOnceAndInOrder() throws Exception {
    List<FfmpegCameraReader.Seen> seen = watch("tcp", 25);
    assertThat(seen).hasSize(25);
    SeenFrameAssert.inOrder(camera.clip(), seen);
  }

  @Test
  void picturesComeAsDatagramsToo() throws Exception {
    List<FfmpegCameraReader.Seen> seen = watch("udp", 25);
    assertThat(seen).hasSize(25);
    SeenFrameAssert.inOrder(camera.clip(), seen);
  }

  @Test
  void theRightPasswordIsAskedForAndTaken() throws Exception {
    for (CameraCredentials credentials :
        List.of(
            CameraCredentials.basic("ann", "s3cret:&"),
            CameraCredentials.digest("ann", "s3cret:&"))) {
      camera.secured(credentials);
      assertThat(watch("tcp", 2)).hasSize(2);
      assertThat(credentials.toString()).doesNotContain("s3cret");
      assertThatThrownBy(() -> new FfmpegCameraReader(camera.plainUrl(), "tcp", PATIENCE).close())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("401");
    }
  }

  @Test
  void aStalledCameraSendsNothingUntilItIsGoodAgain() throws Exception {
    camera.behave(CameraBehaviour.good().stallAfter(25));
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), "tcp", PATIENCE)) {
      assertThat(reader.frames(20)).hasSize(20);
      assertThat(camera.await(c -> c.framesSent() == 25, PATIENCE)).isTrue();
      assertThat(camera.await(c -> c.framesSent() > 25, Duration.ofMillis(500))).isFalse();
      assertThat(camera.watches().get(0).open()).isTrue();
      camera.behave(CameraBehaviour.good());
      assertThat(reader.frames(5)).hasSize(5);
    }
  }

  @Test
  void aConnectionEndsAsItIsTold() throws Exception {
    camera.behave(CameraBehaviour.good().finAfter(12));
    assertThat(watch("tcp", 100)).hasSize(12);
    camera.behave(CameraBehaviour.good().rstAfter(12));
    assertThat(watch("tcp", 100)).hasSizeBetween(1, 12);
    assertThat(camera.watches()).allMatch(watch -> watch.frames() == 12 && !watch.open());
  }

  @Test
  void aCameraThatDoesNotAnswerIsWaitedForInVain() {
    for (CameraBehaviour deaf :
        List.of(
            CameraBehaviour.silent(),
            CameraBehaviour.noDescribe(),
            CameraBehaviour.answering(CameraHandshake.ENDLESS_HEADERS))) {
      camera.behave(deaf);
      Duration second = Duration.ofSeconds(1);
      Instant begin = Instant.now();
      assertThatThrownBy(() -> new FfmpegCameraReader(camera.url(), "tcp", second).close())
          .isInstanceOf(IOException.class);
      assertThat(begin.plus(second)).isBeforeOrEqualTo(Instant.now());
    }
  }

  @Test
  void refusalsSayWhatTheyAre() {
    assertRefused(CameraBehaviour.unauthorized(), "401");
    assertRefused(CameraBehaviour.notFound(), "404");
    assertThatThrownBy(() -> new FfmpegCameraReader(camera.url() + "less", "tcp", PATIENCE).close())
        .hasMessageContaining("404");
  }

  @Test
  void badDescriptionsAndRudeAnswersShowNothing() {
    for (CameraHandshake handshake :
        List.of(
            CameraHandshake.EMPTY_SDP,
            CameraHandshake.BROKEN_SDP,
            CameraHandshake.NO_VIDEO,
            CameraHandshake.NO_PLAY,
            CameraHandshake.UNAVAILABLE,
            CameraHandshake.FIN,
            CameraHandshake.RST)) {
      camera.behave(CameraBehaviour.answering(handshake));
      Duration second = Duration.ofSeconds(1);
      assertThatThrownBy(() -> new FfmpegCameraReader(camera.url(), "tcp", second).close())
          .as("%s", handshake)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aWrongDescriptionOfThePicturesIsSetRightByThePicturesThemselves() throws Exception {
    camera.behave(CameraBehaviour.answering(CameraHandshake.WRONG_PARAMETERS));
    assertThat(watch("tcp", 5)).allMatch(seen -> seen.width() == 320).hasSize(5);
  }

  @Test
  void aCameraIsBackOnItsPortAfterARestart() throws Exception {
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), "tcp", PATIENCE)) {
      lab.switchOff();
      assertThat(reader.frames(100)).hasSizeLessThan(100);
    }
    assertThatThrownBy(() -> watch("tcp", 1)).hasMessageContaining("refused");
    lab.switchOn();
    assertThat(watch("tcp", 2)).hasSize(2);
    assertThat(camera.watches().get(0).end()).isEqualTo("switched off");
  }

  @Test
  void aCameraRestartsAgainAndAgain() throws Exception {
    lab.restartEvery(Duration.ofSeconds(3), Duration.ofMillis(500));
    for (int i = 0; i < 2; i++) {
      int before = camera.connections();
      assertThat(whenOn(100)).isNotEmpty().hasSizeLessThan(100);
      assertThat(camera.watches().get(before).end()).isEqualTo("switched off");
    }
  }

  /** Watches as soon as there is somebody to answer. */
  private List<FfmpegCameraReader.Seen> whenOn(int most) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return watch("tcp", most);
      } catch (IOException refused) {
        if (System.nanoTime() > deadline) {
          throw refused;
        }
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private void assertRefused(CameraBehaviour behaviour, String status) {
    camera.behave(behaviour);
    assertThatThrownBy(() -> new FfmpegCameraReader(camera.url(), "tcp", PATIENCE).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(status);
  }

  private List<FfmpegCameraReader.Seen> watch(String transport, int most) throws IOException {
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), transport, PATIENCE)) {
      return reader.frames(most);
    }
  }
}
