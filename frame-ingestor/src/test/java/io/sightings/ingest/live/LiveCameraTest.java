package io.sightings.ingest.live;

import static io.sightings.ingest.live.ScriptedStream.HD;
import static io.sightings.ingest.live.Things.START;
import static io.sightings.ingest.live.Things.at;
import static io.sightings.ingest.live.Things.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.CaptureClock;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.live.ScriptedStream.Shows;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.stream.StreamInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a camera shows and how that is told. */
class LiveCameraTest extends CameraBench {

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
    assertThat(sent().get(5).info().capturedAt()).isEqualTo(at(5).at());
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

    assertThat(sent().get(0).info().clock()).isEqualTo(CaptureClock.CAMERA);
    assertThat(sent().get(0).info().capturedAt()).isEqualTo(START.plusMillis(600));
  }

  @Test
  void aClockThatIsSetBackBeginsAnEpochThatCountsFromZero() {
    stream.opens().shows(10, 10.2);
    camera.start();
    awaitSent(2);
    stream.clockSetBy(-60);

    stream.shows(10.4, 10.6);
    awaitSent(4);

    assertThat(sent().stream().map(frame -> frame.info().epoch()).distinct()).hasSize(2);
    assertThat(sent().stream().map(frame -> frame.info().sequence()))
        .containsExactly(0L, 1L, 0L, 1L);
    assertThat(sent().get(2).info().capturedAt()).isEqualTo(at(-49.6).at());
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
    LiveCamera failed = camera(gone, yard, SHORT);
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
    assertThat(sent().get(2).info().capturedAt()).isEqualTo(at(0.5).at());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }
}
