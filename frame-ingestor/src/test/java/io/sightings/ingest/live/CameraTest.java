package io.sightings.ingest.live;

import static io.sightings.ingest.live.ScriptedStream.HD;
import static io.sightings.ingest.live.Things.START;
import static io.sightings.ingest.live.Things.at;
import static io.sightings.ingest.live.Things.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.ingest.live.ScriptedStream.Shows;
import io.sightings.ingest.media.StreamException.Problem;
import io.sightings.ingest.media.StreamInfo;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SampleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  private final List<Frame> sent = new CopyOnWriteArrayList<>();
  private final LiveBuffer buffer = new LiveBuffer(1 << 20);
  private final LiveSender sender =
      new LiveSender(
          buffer,
          (frame, callback) -> {
            callback.onCompletion(null, null);
            sent.add(frame);
          });
  private final SourceMonitor monitor = new SourceMonitor("door", "url");
  private final ScriptedStream stream = new ScriptedStream();
  private final Camera camera = camera(stream, monitor, SHORT);

  CameraTest() {
    sender.start();
  }

  @AfterEach
  void stop() {
    camera.close();
    sender.close();
  }

  @Test
  void aStreamThatEndsIsOpenedAgainAndSaysSinceWhenItWasBlind() {
    stream.opens().shows(0, 0.2, 0.4).fails(Problem.RESET).opens().shows(7, 7.2);
    camera.start();
    awaitSent(6);

    assertThat(types()).isEqualTo("IMAGE IMAGE IMAGE GAP IMAGE IMAGE");
    Frame gap = sent.get(3);
    assertThat(gap.info().blindFrom()).isEqualTo(at(0.4).at());
    assertThat(gap.info().capturedAt()).isEqualTo(at(7).at());
    assertThat(sent.stream().map(frame -> frame.info().sequence()))
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(sent.stream().map(frame -> frame.info().epoch()).distinct()).hasSize(1);
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
    Camera waiting = camera(patient, yard, Duration.ofHours(1));
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
    assertThat(sent.get(5).info().blindFrom()).isEqualTo(at(0.16).at());
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
  void heartbeatsSayThatItSeesWhereNothingIsTaken() {
    camera.start();
    stream.opens().shows(0);
    awaitSent(1);
    for (int i = 1; i <= 5; i++) {
      stream.shows(new Shows(i - 0.5, HD, false, true, null));
      stream.shows(new Shows(i, HD, false, true, null));
      // Those that wait beside each other would become one.
      awaitSent(1 + i);
    }

    assertThat(types()).isEqualTo("IMAGE HEARTBEAT HEARTBEAT HEARTBEAT HEARTBEAT HEARTBEAT");
    assertThat(sent.get(5).info().capturedAt()).isEqualTo(at(5).at());
  }

  @Test
  void theGapIsToldEvenIfTheFirstPictureAfterItIsNotTaken() {
    stream.opens().shows(0).fails(Problem.RESET).opens();
    stream.shows(new Shows(5, HD, false, true, null));
    camera.start();
    awaitSent(2);

    assertThat(types()).isEqualTo("IMAGE GAP");
  }

  @Test
  void aPictureThatCannotBeEncodedIsRejectedAndTheNextIsNot() {
    stream.opens().shows(new Shows(0, HD, true, false, null)).shows(1);
    camera.start();
    awaitSent(1);

    SourceStatus status = monitor.status();
    assertThat(status.sampled()).isEqualTo(2);
    assertThat(status.rejected()).isEqualTo(1);
  }

  @Test
  void aCameraThatIsSetOtherwiseShowsIt() {
    StreamInfo small = new StreamInfo("h264", 640, 480, 15);
    stream.opens().shows(0).shows(new Shows(1, small, true, true, null));
    camera.start();
    awaitSent(2);

    await("it shows so", () -> small.toString().equals(monitor.status().picture()));
  }

  @Test
  void aCamerasOwnClockIsToldWithItsFrames() {
    stream.opens();
    stream.shows(new Shows(1, HD, true, true, START.plusMillis(600)));
    camera.start();
    awaitSent(1);

    assertThat(sent.get(0).info().clock()).isEqualTo(CaptureClock.CAMERA);
    assertThat(sent.get(0).info().capturedAt()).isEqualTo(START.plusMillis(600));
  }

  @Test
  void aClockThatIsSetBackBeginsAnEpochThatCountsFromZero() {
    stream.opens().shows(10, 10.2);
    camera.start();
    awaitSent(2);
    stream.clockSetBy(-60);

    stream.shows(10.4, 10.6);
    awaitSent(4);

    assertThat(sent.stream().map(frame -> frame.info().epoch()).distinct()).hasSize(2);
    assertThat(sent.stream().map(frame -> frame.info().sequence())).containsExactly(0L, 1L, 0L, 1L);
    assertThat(sent.get(2).info().capturedAt()).isEqualTo(at(-49.6).at());
  }

  @Test
  void aCameraThatIsStoppedSendsNothingMoreAndLeavesNoThread() {
    stream.opens().shows(0);
    camera.start();
    awaitSent(1);

    camera.close();

    stream.shows(1);
    assertThat(types()).isEqualTo("IMAGE");
    assertThat(state()).isEqualTo(SourceState.DONE);
    assertThat(stream.closed()).isEqualTo(1);
    assertThat(threads()).doesNotContain("camera-door");
  }

  @Test
  void aCameraThatIsBeingOpenedOrWaitsIsStoppedToo() {
    camera.start();
    await("it is being opened", () -> stream.attempts() == 1);
    camera.close();
    assertThat(state()).isEqualTo(SourceState.DONE);

    ScriptedStream gone = new ScriptedStream();
    gone.fails(Problem.LOGIN_REFUSED);
    SourceMonitor yard = new SourceMonitor("yard", "url");
    Camera failed = camera(gone, yard, SHORT);
    failed.start();
    await("it has failed", () -> yard.status().state() == SourceState.FAILED);
    failed.close();
    assertThat(yard.status().state()).isEqualTo(SourceState.DONE);
  }

  @Test
  void aCameraThatIsGoneForGoodSaysSo() {
    stream.opens().shows(0, 0.5);
    camera.start();
    awaitSent(2);

    camera.end();

    assertThat(types()).isEqualTo("IMAGE IMAGE ENDED");
    assertThat(sent.get(2).info().capturedAt()).isEqualTo(at(0.5).at());
  }

  @Test
  void aDeadCameraDelaysNobodyElse() {
    // Its opening does not come back.
    camera.start();
    await("it is being opened", () -> stream.attempts() == 1);
    ScriptedStream good = new ScriptedStream().opens();
    SourceMonitor yard = new SourceMonitor("yard", "url");
    Camera other = camera(good, yard, SHORT);
    other.start();
    for (int i = 0; i < 500; i++) {
      good.shows(i * 0.04);
    }

    awaitSent(500);

    assertThat(state()).isEqualTo(SourceState.CONNECTING);
    other.close();
    assertThat(yard.status().published()).isEqualTo(500);
  }

  private Camera camera(ScriptedStream shown, SourceMonitor told, Duration firstPause) {
    LiveSettings live = LiveSettings.defaults();
    LiveEpochs epochs = new LiveEpochs();
    LiveQueue queue = buffer.queue(Things.source(told.id()), told, epochs.next(START));
    View view = new View(told, queue, epochs, live, SampleSettings.defaults());
    Backoff backoff = new Backoff(firstPause, Duration.ofHours(1), new Random(1));
    CameraState state = new CameraState(told);
    return new Camera(told.id(), shown, view, state, queue, backoff, live.timeout(), shown.time());
  }

  private SourceState state() {
    return monitor.status().state();
  }

  private void awaitSent(int frames) {
    await(frames + " frames are sent", () -> sent.size() >= frames);
    assertThat(sent).hasSize(frames);
  }

  private String types() {
    return String.join(
        " ", sent.stream().map(frame -> frame.info().type()).map(FrameType::name).toList());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }
}
