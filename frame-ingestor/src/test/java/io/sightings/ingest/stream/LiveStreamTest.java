package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Seen.look;
import static io.sightings.ingest.stream.Streams.address;
import static io.sightings.ingest.stream.Streams.keyFramesOnly;
import static io.sightings.ingest.stream.Streams.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.ClipSpec;
import io.sightings.cameras.clip.LabClip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real H.264 and H.265 over RTSP: every picture, and when it was taken. */
class LiveStreamTest extends CamerasOfTheLab {

  @ParameterizedTest
  @EnumSource(names = {"H264", "H265"})
  void everyPictureComesInOrderWithItsTime(ClipCodec codec) throws Exception {
    LabClip.missing(codec)
        .ifPresent(
            why -> {
              System.out.println("SKIPPED: no " + codec + ": " + why);
              abort(why);
            });
    SimulatedCamera camera = server.camera("good-" + codec, LabClip.of(ClipSpec.of(codec)));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 25);

      int first = seen.get(0).number();
      assertThat(first % 10).as("a key frame").isZero();
      for (int i = 0; i < seen.size(); i++) {
        assertThat(seen.get(i).number()).isEqualTo((first + i) % 100);
        // The first one comes without a time.
        long passed = seen.get(i).micros() - seen.get(Math.min(i, 1)).micros();
        assertThat(passed).isEqualTo(Math.max(0, i - 1) * 100_000L);
      }
      assertThat(seen.get(0).micros()).isZero();
      assertThat(seen.get(1).micros()).isBetween(0L, 100_000L);
      assertThat(stream.info().toString())
          .startsWith(codec == ClipCodec.H264 ? "h264 320 x 240" : "hevc 320 x 240");
    }
  }

  @Test
  void theCamerasClockIsToldWhereItTellsIt() throws Exception {
    Duration error = Duration.ofHours(-3).plusMillis(120);
    SimulatedCamera camera = camera("clock", CameraBehaviour.good().clockError(error));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 20);

      List<Seen> dated = seen.stream().filter(one -> one.camera() != null).toList();
      assertThat(dated).hasSizeGreaterThan(5).contains(seen.get(19));
      for (Seen one : dated) {
        long ordinal = one.ordinal(camera);
        assertThat(one.camera().minus(error))
            .isCloseTo(camera.time(ordinal), within(5, java.time.temporal.ChronoUnit.MILLIS));
      }
    }
  }

  @Test
  void aCameraThatDoesNotTellItsClockHasNone() throws Exception {
    SimulatedCamera camera = camera("clockless", CameraBehaviour.good().withoutClock());
    try (LiveStream stream = open(camera.url())) {
      assertThat(look(stream, 15)).allMatch(seen -> seen.camera() == null);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3600, -3600, -7})
  void whereTheStreamsTimeJumpsOursGoesOn(long seconds) throws Exception {
    Duration jump = Duration.ofSeconds(seconds);
    SimulatedCamera camera = camera("jump" + seconds, CameraBehaviour.good().clockJump(12, jump));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 30);

      for (int i = 1; i < seen.size(); i++) {
        long passed = seen.get(i).micros() - seen.get(i - 1).micros();
        assertThat(passed).as("frame " + i).isBetween(0L, 2_000_000L);
      }
      assertThat(seen.get(29).micros()).isCloseTo(2_900_000L, within(1_500_000L));
    }
  }

  @Test
  void aStreamWhoseTimeStandsStillDoesNotGoBack() throws Exception {
    SimulatedCamera camera = camera("frozen", CameraBehaviour.good().frozenClock(5));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 15);
      assertThat(seen).extracting(Seen::micros).isSorted();
    }
  }

  @Test
  void whoeverJoinsBetweenKeyFramesWaitsForTheNext() throws Exception {
    LabClip clip = LabClip.of(ClipSpec.of(ClipCodec.H264).gop(20));
    SimulatedCamera camera =
        server.camera("midgop", clip).behave(CameraBehaviour.good().joiningMidGop());
    for (int i = 0; i < 3; i++) {
      try (LiveStream stream = open(camera.url())) {
        List<Seen> seen = look(stream, 2);
        assertThat(seen.get(0).number() % 20).isZero();
        assertThat(seen).noneMatch(Seen::damaged);
      }
    }
  }

  @Test
  void onlyKeyFramesAreDecodedWhereThatIsAskedForAndEachAtOnce() throws Exception {
    SimulatedCamera camera = camera("keys", CameraBehaviour.good());
    try (LiveStream stream = Streams.open(address(camera.url()), keyFramesOnly())) {
      List<Seen> seen = look(stream, 4);

      assertThat(seen).allMatch(one -> one.number() % 10 == 0);
      for (int i = 1; i < 4; i++) {
        long passed = seen.get(i).micros() - seen.get(i - 1).micros();
        assertThat(passed).isCloseTo(1_000_000L, within(100_000L));
      }
      Seen last = seen.get(3);
      Instant taken = camera.time(last.ordinal(camera));
      assertThat(Duration.between(taken, last.at())).isLessThan(Duration.ofMillis(900));
    }
  }

  @Test
  void aCameraThatChangesItsResolutionIsFollowed() throws Exception {
    LabClip other = LabClip.of(ClipSpec.of(ClipCodec.H264).size(640, 368));
    SimulatedCamera camera = camera("resize", CameraBehaviour.good().clipAfter(10, other));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 25);

      assertThat(seen.get(0).width()).isEqualTo(320);
      assertThat(seen.get(24).width()).isEqualTo(640);
      assertThat(stream.info().width()).isEqualTo(640);
      assertThat(stream.info().height()).isEqualTo(368);
    }
  }
}
