package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Seen.look;
import static io.sightings.ingest.stream.Streams.LIMIT;
import static io.sightings.ingest.stream.Streams.TIMEOUT;
import static io.sightings.ingest.stream.Streams.address;
import static io.sightings.ingest.stream.Streams.bounds;
import static io.sightings.ingest.stream.Streams.end;
import static io.sightings.ingest.stream.Streams.failure;
import static io.sightings.ingest.stream.Streams.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.CameraHandshake;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras that do wrong. */
class LiveStreamTroubleTest extends CamerasOfTheLab {

  @Test
  void aCameraThatStallsIsGivenUpInTime() throws Exception {
    SimulatedCamera camera = camera("stall", CameraBehaviour.good().stallAfter(15));
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
    SimulatedCamera camera = camera("garbage" + from, CameraBehaviour.good().garbageFrom(from));

    StreamException failure = failure(camera.url());

    assertThat(failure.problem()).isEqualTo(Problem.BROKEN);
    assertThat(failure).hasMessageContaining("packets arrive");
  }

  @Test
  void aLittleGarbageIsPassedOver() throws Exception {
    SimulatedCamera camera = camera("hiccup", CameraBehaviour.good().garbage(13, 3));
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
    SimulatedCamera camera = camera("large", CameraBehaviour.good());

    StreamException failure =
        failure(address(camera.url()), new StreamBounds(TIMEOUT, 320 * 200, false));

    assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(failure).hasMessageContaining("image.maxPixels");
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
  void aCameraThatAnswersWrongIsToldFromTheOthers(CameraHandshake handshake, Problem problem) {
    SimulatedCamera camera = camera("answers-" + handshake, CameraBehaviour.answering(handshake));

    assertThat(failure(camera.url()).problem()).isEqualTo(problem);
  }

  @Test
  void aCameraThatDescribesAnotherSizeThanItSendsIsRead() throws Exception {
    SimulatedCamera camera =
        camera("liar", CameraBehaviour.answering(CameraHandshake.WRONG_PARAMETERS));
    try (LiveStream stream = open(camera.url())) {
      assertThat(look(stream, 5)).allMatch(one -> one.width() == 320 && one.number() >= 0);
    }
  }

  @Test
  void readingIsCancelledFromAnotherThread() throws Exception {
    SimulatedCamera camera = camera("cancel", CameraBehaviour.good().stallAfter(5));
    StreamCancellation cancellation = new StreamCancellation();
    try (LiveStream stream =
        LiveStream.open(address(camera.url()), bounds(Duration.ofMinutes(5)), cancellation)) {
      Thread reader = Thread.currentThread();
      CompletableFuture<Void> cancelled =
          CompletableFuture.runAsync(
              () -> {
                Streams.await(
                    () -> camera.framesSent() == 5 && reader.getState() == Thread.State.RUNNABLE);
                cancellation.cancel();
              });

      assertThat(end(stream).problem()).isEqualTo(Problem.CANCELLED);
      cancelled.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
