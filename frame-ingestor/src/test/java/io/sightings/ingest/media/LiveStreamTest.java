package io.sightings.ingest.media;

import static io.sightings.ingest.media.Streams.LIMIT;
import static io.sightings.ingest.media.Streams.TIMEOUT;
import static io.sightings.ingest.media.Streams.address;
import static io.sightings.ingest.media.Streams.bounds;
import static io.sightings.ingest.media.Streams.end;
import static io.sightings.ingest.media.Streams.failure;
import static io.sightings.ingest.media.Streams.keyFramesOnly;
import static io.sightings.ingest.media.Streams.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import io.sightings.ingest.media.StreamException.Problem;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.lab.Camera;
import io.sightings.lab.CameraBehaviour;
import io.sightings.lab.CameraServer;
import io.sightings.lab.Credentials;
import io.sightings.lab.Handshake;
import io.sightings.lab.clip.ClipSpec;
import io.sightings.lab.clip.Codec;
import io.sightings.lab.clip.FrameNumber;
import io.sightings.lab.clip.LabClip;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real H.264 and H.265 over RTSP, from cameras that do right or wrong. */
class LiveStreamTest {
  private static CameraServer server;

  @BeforeAll
  static void start() {
    server = CameraServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Camera camera(String path, CameraBehaviour behaviour) {
    return server.camera(path, LabClip.h264()).behave(behaviour);
  }

  @ParameterizedTest
  @EnumSource(names = {"H264", "H265"})
  void everyPictureComesInOrderWithItsTime(Codec codec) throws Exception {
    LabClip.missing(codec)
        .ifPresent(
            why -> {
              System.out.println("SKIPPED: no " + codec + ": " + why);
              abort(why);
            });
    Camera camera = server.camera("good-" + codec, LabClip.of(ClipSpec.of(codec)));
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
          .startsWith(codec == Codec.H264 ? "h264 320 x 240" : "hevc 320 x 240");
    }
  }

  @Test
  void theCamerasClockIsToldWhereItTellsIt() throws Exception {
    Duration error = Duration.ofHours(-3).plusMillis(120);
    Camera camera = camera("clock", CameraBehaviour.good().clockError(error));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 20);

      List<Seen> dated = seen.stream().filter(one -> one.camera() != null).toList();
      assertThat(dated).hasSizeGreaterThan(5).contains(seen.get(19));
      for (Seen one : dated) {
        long ordinal = ordinal(camera, one);
        assertThat(one.camera().minus(error))
            .isCloseTo(camera.time(ordinal), within(5, java.time.temporal.ChronoUnit.MILLIS));
      }
    }
  }

  @Test
  void aCameraThatDoesNotTellItsClockHasNone() throws Exception {
    Camera camera = camera("clockless", CameraBehaviour.good().withoutClock());
    try (LiveStream stream = open(camera.url())) {
      assertThat(look(stream, 15)).allMatch(seen -> seen.camera() == null);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3600, -3600, -7})
  void whereTheStreamsTimeJumpsOursGoesOn(long seconds) throws Exception {
    Duration jump = Duration.ofSeconds(seconds);
    Camera camera = camera("jump" + seconds, CameraBehaviour.good().clockJump(12, jump));
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
    Camera camera = camera("frozen", CameraBehaviour.good().frozenClock(5));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 15);
      assertThat(seen).extracting(Seen::micros).isSorted();
    }
  }

  @Test
  void whoeverJoinsBetweenKeyFramesWaitsForTheNext() throws Exception {
    LabClip clip = LabClip.of(ClipSpec.of(Codec.H264).gop(20));
    Camera camera = server.camera("midgop", clip).behave(CameraBehaviour.good().joiningMidGop());
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
    Camera camera = camera("keys", CameraBehaviour.good());
    try (LiveStream stream = LiveStream.open(address(camera.url()), keyFramesOnly())) {
      List<Seen> seen = look(stream, 4);

      assertThat(seen).allMatch(one -> one.number() % 10 == 0);
      for (int i = 1; i < 4; i++) {
        long passed = seen.get(i).micros() - seen.get(i - 1).micros();
        assertThat(passed).isCloseTo(1_000_000L, within(100_000L));
      }
      Seen last = seen.get(3);
      Instant taken = camera.time(ordinal(camera, last));
      assertThat(Duration.between(taken, last.at())).isLessThan(Duration.ofMillis(900));
    }
  }

  @Test
  void aCameraThatChangesItsResolutionIsFollowed() throws Exception {
    LabClip other = LabClip.of(ClipSpec.of(Codec.H264).size(640, 368));
    Camera camera = camera("resize", CameraBehaviour.good().clipAfter(10, other));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 25);

      assertThat(seen.get(0).width()).isEqualTo(320);
      assertThat(seen.get(24).width()).isEqualTo(640);
      assertThat(stream.info().width()).isEqualTo(640);
      assertThat(stream.info().height()).isEqualTo(368);
    }
  }

  @Test
  void aCameraThatStallsIsGivenUpInTime() throws Exception {
    Camera camera = camera("stall", CameraBehaviour.good().stallAfter(15));
    try (LiveStream stream = open(camera.url())) {
      StreamException end = end(stream);
      Instant sent = camera.watches().get(0).lastSent();

      assertThat(end.problem()).isEqualTo(Problem.TIMEOUT);
      assertThat(Duration.between(sent, Instant.now()))
          .isBetween(TIMEOUT.minusMillis(100), TIMEOUT.plusSeconds(3));
    }
  }

  @Test
  void aCameraThatHangsUpOrBreaksOffIsNoticedAtOnce() throws Exception {
    StreamException fin = failure(camera("fin", CameraBehaviour.good().finAfter(15)).url());
    assertThat(fin.problem()).isEqualTo(Problem.ENDED);
    assertThat(fin.lasting()).isFalse();

    StreamException rst = failure(camera("rst", CameraBehaviour.good().rstAfter(15)).url());
    assertThat(rst.problem()).isIn(Problem.RESET, Problem.ENDED);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 15})
  void aCameraThatSendsGarbageIsGivenUp(long from) throws Exception {
    Camera camera = camera("garbage" + from, CameraBehaviour.good().garbageFrom(from));

    StreamException failure = failure(camera.url());

    assertThat(failure.problem()).isEqualTo(Problem.BROKEN);
    assertThat(failure).hasMessageContaining("packets arrive");
  }

  @Test
  void aLittleGarbageIsPassedOver() throws Exception {
    Camera camera = camera("hiccup", CameraBehaviour.good().garbage(13, 3));
    try (LiveStream stream = open(camera.url())) {
      List<Seen> seen = look(stream, 30);

      for (Seen one : seen) {
        assertThat(one.damaged() || one.number() >= 0).as("damaged, or whole").isTrue();
      }
      assertThat(seen.get(29).damaged()).isFalse();
    }
  }

  @Test
  void picturesThatAreTooLargeAreNotDecoded() throws Exception {
    Camera camera = camera("large", CameraBehaviour.good());

    StreamException failure =
        failure(address(camera.url()), new StreamBounds(TIMEOUT, 320 * 200, false));

    assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(failure).hasMessageContaining("image.maxPixels");
  }

  @ParameterizedTest
  @EnumSource(Credentials.Scheme.class)
  void aPasswordOfOddCharactersOpensTheCamera(Credentials.Scheme scheme) throws Exception {
    String password = "p@ss w/rd:%41?#&é";
    Camera camera =
        camera("login-" + scheme, CameraBehaviour.good())
            .secured(new Credentials("view er", password, scheme));
    SourceSettings settings = settings(camera.plainUrl(), "view er", password, "");

    try (LiveStream stream = LiveStream.open(StreamAddress.of(settings), bounds())) {
      assertThat(stream.next()).isTrue();
    }
    StreamException wrong =
        failure(StreamAddress.of(settings(camera.plainUrl(), "view er", "x", "")), bounds());
    assertThat(wrong.problem()).isEqualTo(Problem.LOGIN_REFUSED);
    assertThat(failure(camera.plainUrl()).problem()).isEqualTo(Problem.LOGIN_REFUSED);
  }

  @Test
  void datagramsAreTakenWhereTheyAreAskedFor() throws Exception {
    Camera camera = camera("udp", CameraBehaviour.good());
    StreamAddress address = StreamAddress.of(settings(camera.url(), "", "", "udp"));
    try (LiveStream stream = LiveStream.open(address, bounds())) {
      assertThat(look(stream, 15)).noneMatch(Seen::damaged);
      assertThat(address.transport()).isEqualTo("udp");
    }
  }

  @Test
  void lostDatagramsDamageSomePicturesAndNoTruth() throws Exception {
    Camera camera = camera("lossy", CameraBehaviour.good().losing(20));
    StreamAddress address = StreamAddress.of(settings(camera.url(), "", "", "udp"));
    try (LiveStream stream = LiveStream.open(address, bounds())) {
      for (Seen one : look(stream, 30)) {
        assertThat(one.damaged() || one.number() >= 0).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, TIMEOUT",
    "NO_DESCRIBE, TIMEOUT",
    "NO_PLAY, TIMEOUT",
    "UNAUTHORIZED, LOGIN_REFUSED",
    "NOT_FOUND, NOT_FOUND",
    "UNAVAILABLE, SERVER_ERROR",
    "NO_VIDEO, SERVER_ERROR",
    "EMPTY_SDP, BROKEN",
    "BROKEN_SDP, SERVER_ERROR",
    "ENDLESS_HEADERS, TIMEOUT"
  })
  void aCameraThatAnswersWrongIsToldFromTheOthers(Handshake handshake, Problem problem) {
    Camera camera = camera("answers-" + handshake, CameraBehaviour.answering(handshake));

    assertThat(failure(camera.url()).problem()).isEqualTo(problem);
  }

  @Test
  void aCameraThatDescribesAnotherSizeThanItSendsIsRead() throws Exception {
    Camera camera = camera("liar", CameraBehaviour.answering(Handshake.WRONG_PARAMETERS));
    try (LiveStream stream = open(camera.url())) {
      assertThat(look(stream, 5)).allMatch(one -> one.width() == 320 && one.number() >= 0);
    }
  }

  @Test
  void readingIsCancelledFromAnotherThread() throws Exception {
    Camera camera = camera("cancel", CameraBehaviour.good().stallAfter(5));
    try (LiveStream stream =
        LiveStream.open(address(camera.url()), bounds(Duration.ofMinutes(5)))) {
      Thread reader = Thread.currentThread();
      CompletableFuture<Void> cancelled =
          CompletableFuture.runAsync(
              () -> {
                Streams.await(
                    () -> camera.framesSent() == 5 && reader.getState() == Thread.State.RUNNABLE);
                stream.cancel();
              });

      assertThat(end(stream).problem()).isEqualTo(Problem.CANCELLED);
      cancelled.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void aStreamThatIsClosedTakesLeaveOfTheCamera() throws Exception {
    Camera camera = camera("leave", CameraBehaviour.good());
    try (LiveStream stream = open(camera.url())) {
      stream.next();
      stream.cancel();
    }
    assertThat(camera.await(one -> !one.watches().get(0).open(), LIMIT)).isTrue();
  }

  private static SourceSettings settings(
      String url, String username, String password, String transport) {
    return new SourceSettings(
        "test", url, "", "", "", false, "", Map.of(), "", username, password, transport, "",
        Map.of(), null);
  }

  /** A picture: the number in it is -1 where none can be read. */
  private record Seen(
      int number, long micros, Instant camera, Instant at, boolean damaged, int width) {}

  private static List<Seen> look(LiveStream stream, int count) throws IOException {
    List<Seen> seen = new ArrayList<>();
    try (JpegWriter jpegs = new JpegWriter(SampleSettings.defaults(), 8 << 20)) {
      while (seen.size() < count) {
        stream.next();
        EncodedImage image = jpegs.write(stream);
        seen.add(
            new Seen(
                FrameNumber.read(image.bytes()).orElse(-1),
                stream.micros(),
                stream.cameraTime(),
                Instant.now(),
                stream.damaged(),
                image.width()));
      }
    }
    return seen;
  }

  /** Which of the camera's frames it was. */
  private static long ordinal(Camera camera, Seen seen) {
    long now = camera.frameAt(seen.at());
    long back = Math.floorMod(now - seen.number(), camera.clip().frames());
    return now - back;
  }
}
