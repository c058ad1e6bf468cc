package io.sightings.ingest.live;

import static io.sightings.ingest.live.ScriptedStream.HD;
import static io.sightings.ingest.live.Things.at;
import static io.sightings.ingest.live.Things.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Cameras that come and go. */
class CameraTroubleTest extends CameraBench {

  @Test
  void aStreamThatEndsIsOpenedAgainAndSaysSinceWhenItWasBlind() {
    stream.opens().shows(0, 0.2, 0.4).fails(Problem.RESET).opens().shows(7, 7.2);
    camera.start();
    awaitSent(6);

    assertThat(types()).isEqualTo("IMAGE IMAGE IMAGE GAP IMAGE IMAGE");
    Frame gap = sent().get(3);
    assertThat(gap.info().blindFrom()).isEqualTo(at(0.4).at());
    assertThat(gap.info().capturedAt()).isEqualTo(at(7).at());
    assertThat(sent().stream().map(frame -> frame.info().sequence()))
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(sent().stream().map(frame -> frame.info().epoch()).distinct()).hasSize(1);
    SourceStatus status = monitor.status();
    assertThat(status.state()).isEqualTo(SourceState.STREAMING);
    assertThat(status.reconnects()).isEqualTo(1);
    assertThat(status.gaps()).isEqualTo(1);
    assertThat(status.read()).isEqualTo(5);
    assertThat(status.published()).isEqualTo(5);
    assertThat(status.picture()).isEqualTo(HD.toString());
    assertThat(status.clock()).isEqualTo(CaptureClock.ARRIVAL);
    assertThat(stream.closed()).isEqualTo(1);
  }

  @Test
  void aCameraThatIsOffIsTriedUntilItIsThere() {
    for (int i = 0; i < 5; i++) {
      stream.fails(Problem.UNREACHABLE);
    }
    stream.opens().shows(0);
    camera.start();
    awaitSent(1);

    assertThat(stream.attempts()).isEqualTo(6);
    assertThat(types()).isEqualTo("IMAGE");
    assertThat(monitor.status().reconnects()).isZero();
    assertThat(monitor.status().lastError()).isEqualTo("the stream is UNREACHABLE");
  }

  @Test
  void aCameraThatDropsConnectionsAtOnceIsAskedMoreAndMoreRarely() {
    for (int i = 0; i < 40; i++) {
      stream.opens().shows(i).fails(Problem.ENDED);
    }
    camera.start();
    await("it was asked some times", () -> stream.attempts() >= 8);

    // Twenty would take a quarter of an hour.
    assertThat(stream.attempts()).isLessThan(20);
    await("it waits", () -> state() == SourceState.WAITING);
  }

  @Test
  void aStreamThatHeldIsOpenedAgainAtOnce() {
    for (int i = 0; i < 40; i++) {
      stream.opens().shows(i * 30, i * 30 + 20).fails(Problem.ENDED);
    }
    camera.start();

    await("it was asked forty times", () -> stream.attempts() >= 40);
  }

  @Test
  void aWrongPasswordIsNotTriedAgainBeforeSomebodyAsksForIt() {
    stream.fails(Problem.LOGIN_REFUSED).opens().shows(0);
    camera.start();
    await("it has failed", () -> state() == SourceState.FAILED);
    assertThat(stream.attempts()).isEqualTo(1);
    assertThat(monitor.status().lastError()).isEqualTo("the stream is LOGIN_REFUSED");

    camera.retry();

    awaitSent(1);
    await("it streams", () -> state() == SourceState.STREAMING);
  }

  @Test
  void whoeverAsksNeedNotWaitForThePause() {
    ScriptedStream patient = new ScriptedStream();
    patient.fails(Problem.TIMEOUT).opens().shows(0);
    SourceMonitor yard = new SourceMonitor("yard", "url");
    LiveCamera waiting = camera(patient, yard, Duration.ofHours(1));
    waiting.start();
    await("it waits", () -> yard.status().state() == SourceState.WAITING);

    waiting.retry();

    awaitSent(1);
    waiting.close();
  }

  @Test
  void aStreamThatSaysNothingIsStalledUntilItGoesOn() {
    stream.opens().shows(0, 0.04, 0.08, 0.12, 0.16);
    camera.start();
    awaitSent(5);
    camera.look();
    await("it streams", () -> state() == SourceState.STREAMING);

    stream.at(3);
    camera.look();
    assertThat(state()).isEqualTo(SourceState.STALLED);

    stream.shows(3.1);
    await("it streams", () -> state() == SourceState.STREAMING);
    awaitSent(7);
    assertThat(types()).isEqualTo("IMAGE IMAGE IMAGE IMAGE IMAGE GAP IMAGE");
    assertThat(sent().get(5).info().blindFrom()).isEqualTo(at(0.16).at());
    assertThat(monitor.status().gaps()).isEqualTo(1);
    assertThat(monitor.status().reconnects()).isZero();
  }

  @Test
  void aSlowStreamIsNotStalledBetweenItsPictures() {
    stream.opens().shows(0, 10, 20, 30);
    camera.start();
    awaitSent(4);
    await("it streams", () -> state() == SourceState.STREAMING);

    stream.at(45);
    camera.look();

    assertThat(state()).isEqualTo(SourceState.STREAMING);
  }

  @Test
  void whatNobodyForesawEndsNoCamera() {
    stream.breaks().opens().shows(0).breaks().opens().shows(1);
    camera.start();

    awaitSent(3);
    assertThat(monitor.status().lastError()).contains("IllegalStateException");
  }

  @Test
  void aDeadCameraDelaysNobodyElse() {
    // Its opening does not come back.
    camera.start();
    await("it is being opened", () -> stream.attempts() == 1);
    ScriptedStream good = new ScriptedStream().opens();
    SourceMonitor yard = new SourceMonitor("yard", "url");
    LiveCamera other = camera(good, yard, SHORT);
    other.start();
    for (int i = 0; i < 500; i++) {
      good.shows(i * 0.04);
    }

    awaitSent(500);

    assertThat(state()).isEqualTo(SourceState.CONNECTING);
    other.close();
    assertThat(yard.status().published()).isEqualTo(500);
  }
}
