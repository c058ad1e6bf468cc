package io.sightings.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.ClipSpec;
import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamFaultTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long FRAME = 9000;
  private static final long HOUR = 3600 * 90_000L;

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
  void anotherResolutionBeginsWithAKeyFrameAndNoFrameIsMissing() throws Exception {
    LabClip small = LabClip.of(ClipSpec.of(ClipCodec.H264).size(160, 120));
    List<FfmpegCameraReader.Seen> seen = watch(CameraBehaviour.good().clipAfter(15, small), 40);
    SeenFrameAssert.inOrder(camera.clip(), seen);
    assertThat(seen).extracting(FfmpegCameraReader.Seen::width).startsWith(320).endsWith(160);
    int first = seen.get(0).number().orElseThrow();
    long wide = seen.stream().filter(frame -> frame.width() == 320).count();
    assertThat(small.picture(first + wide).key()).isTrue();
  }

  @Test
  void afterGarbageComeGoodFramesOnTheSameConnection() throws Exception {
    List<FfmpegCameraReader.Seen> seen = watch(CameraBehaviour.good().garbage(15, 10), 30);
    assertThat(seen.get(seen.size() - 1).number()).isPresent();
    ViewerLog watch = camera.watches().get(0);
    assertThat(watch.garbled()).isEqualTo(10);
    assertThat(camera.connections()).isEqualTo(1);
    // Of what was garbled at least the key frame cannot be shown as it was.
    assertThat(seen.stream().map(FfmpegCameraReader.Seen::number))
        .doesNotContain(OptionalInt.of(camera.clip().number(watch.first() + 20)));
  }

  @Test
  void joiningMidGopBeginsWithoutAKeyFrame() throws Exception {
    LabClip clip = LabClip.of(ClipSpec.of(ClipCodec.H264).gop(100));
    SimulatedCamera rare = lab.camera("rare", clip).behave(CameraBehaviour.good().joiningMidGop());
    try (FfmpegCameraReader reader = new FfmpegCameraReader(rare.url(), "tcp", PATIENCE)) {
      assertThat(reader.frames(1)).hasSize(1);
      assertThat(clip.picture(rare.watches().get(0).first()).key()).isFalse();
    }
  }

  @Test
  void aSlowCameraTakesLonger() throws Exception {
    Instant begin = Instant.now();
    assertThat(watch(CameraBehaviour.good().slow(0.5), 15)).hasSize(15);
    assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(2800));
  }

  @Test
  void aTricklingCameraIsNeverDoneWithAPicture() throws Exception {
    camera.behave(CameraBehaviour.good().trickleAfter(25, 40));
    try (FfmpegCameraReader reader =
        new FfmpegCameraReader(camera.url(), "tcp", Duration.ofSeconds(8))) {
      assertThat(reader.frames(100)).hasSizeBetween(20, 26);
    }
    assertThat(camera.framesSent()).isLessThan(30);
  }

  @Test
  void timestampsJumpForwardAndBack() throws Exception {
    List<FfmpegCameraReader.Seen> forward =
        watch(CameraBehaviour.good().clockJump(20, Duration.ofHours(1)), 30);
    assertThat(steps(forward)).containsOnlyOnce(HOUR + FRAME).contains(FRAME);
    List<FfmpegCameraReader.Seen> back =
        watch(CameraBehaviour.good().clockJump(20, Duration.ofSeconds(-1)), 30);
    assertThat(steps(back)).anyMatch(step -> step < 0);
  }

  @Test
  void aFrozenClockTellsTheSameTimeForEver() throws Exception {
    List<FfmpegCameraReader.Seen> seen = watch(CameraBehaviour.good().frozenClock(20), 30);
    assertThat(seen).hasSize(30);
    assertThat(steps(seen)).filteredOn(step -> step != FRAME).hasSizeGreaterThan(5);
  }

  @Test
  void lostPacketsAreMissedButTheNextFramesCome() throws Exception {
    LabClip big = LabClip.of(ClipSpec.of(ClipCodec.H264).size(640, 360));
    SimulatedCamera lossy = lab.camera("lossy", big).behave(CameraBehaviour.good().losing(40));
    try (FfmpegCameraReader reader = new FfmpegCameraReader(lossy.url(), "udp", PATIENCE)) {
      assertThat(reader.frames(30)).hasSize(30);
    }
    assertThat(lossy.framesSent()).isGreaterThan(29);
  }

  @Test
  void theClockIsToldOrNotOrWrong() throws Exception {
    assertThat(startOf(CameraBehaviour.good().withoutClock())).isNegative();
    long now = Instant.now().toEpochMilli() * 1000;
    assertThat(startOf(CameraBehaviour.good())).isBetween(now - 5_000_000, now + 30_000_000);
    long hour = 3_600_000_000L;
    assertThat(startOf(CameraBehaviour.good().clockError(Duration.ofHours(1))))
        .isBetween(now + hour - 5_000_000, now + hour + 60_000_000);
  }

  @Test
  void laterConnectionsAreReset() throws Exception {
    camera.behave(CameraBehaviour.good().serving(1));
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), "tcp", PATIENCE)) {
      assertThatThrownBy(() -> new FfmpegCameraReader(camera.url(), "tcp", PATIENCE).close())
          .isInstanceOf(IOException.class);
      assertThat(reader.frames(3)).hasSize(3);
    }
  }

  private long startOf(CameraBehaviour behaviour) throws IOException {
    camera.behave(behaviour);
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), "tcp", PATIENCE)) {
      return reader.startMicros();
    }
  }

  private List<FfmpegCameraReader.Seen> watch(CameraBehaviour behaviour, int most)
      throws IOException {
    camera.behave(behaviour);
    try (FfmpegCameraReader reader = new FfmpegCameraReader(camera.url(), "tcp", PATIENCE)) {
      return reader.frames(most);
    }
  }

  /** From timestamp to timestamp, without the first frame's, which FFmpeg does not know. */
  private static List<Long> steps(List<FfmpegCameraReader.Seen> seen) {
    return IntStream.range(2, seen.size())
        .mapToObj(i -> seen.get(i).pts() - seen.get(i - 1).pts())
        .toList();
  }
}
