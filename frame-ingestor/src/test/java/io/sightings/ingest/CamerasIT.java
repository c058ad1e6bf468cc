package io.sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.settings.SourceSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Real RTSP from cameras that do right and wrong, into a real Kafka. */
class CamerasIT extends CamerasOnKafka {

  @Test
  void goodCamerasLoseNothingBesideBadOnes(TestInfo test) throws Exception {
    SimulatedCamera good = camera("good");
    SimulatedCamera stalling = camera("stalling").behave(CameraBehaviour.good().stallAfter(20));
    SimulatedCamera leaving = camera("leaving").behave(CameraBehaviour.good().finAfter(20));
    SimulatedCamera resetting = camera("resetting").behave(CameraBehaviour.good().rstAfter(20));
    SimulatedCamera silent = camera("silent").behave(CameraBehaviour.silent());
    SimulatedCamera locked = camera("locked").behave(CameraBehaviour.unauthorized());
    SourceSettings off = SourceSettings.stream("off", "rtsp://127.0.0.1:1/off");
    List<SourceStatus> ended;
    try (LiveService live =
        LiveService.start(
            settings.withSources(
                List.of(
                    off,
                    source(silent, "silent"),
                    source(locked, "locked"),
                    source(stalling, "stalling"),
                    source(leaving, "leaving"),
                    source(resetting, "resetting"),
                    source(good, "good"))))) {
      Eventually.holds("a stall is seen", () -> is(live, "stalling", SourceState.STALLED));
      Eventually.holds(
          "all came back three times",
          () ->
              live.status("stalling").gaps() >= 3
                  && live.status("leaving").gaps() >= 3
                  && live.status("resetting").gaps() >= 3);
      assertThat(live.status("locked").state()).isEqualTo(SourceState.FAILED);
      assertThat(live.status("silent").state()).isIn(SourceState.CONNECTING, SourceState.WAITING);
      assertThat(live.status("off").lastError()).contains("127.0.0.1:1");
      assertThat(live.status("good").reconnects()).isZero();
      live.close();
      ended = live.service().monitors().status();
    }

    List<FrameInfo> frames = frames(test, "good");
    assertThat(frames).extracting(FrameInfo::type).containsOnly(FrameType.IMAGE);
    assertThat(frames).hasSizeGreaterThan(60);
    for (int i = 1; i < frames.size(); i++) {
      // Ten pictures per second by the camera's clock, once that is known.
      Duration step = between(frames.get(i - 1), frames.get(i));
      assertThat(step).isLessThanOrEqualTo(Duration.ofMillis(150));
    }
    Duration filmed = between(frames.get(0), frames.get(frames.size() - 1));
    assertThat(frames.size())
        .isBetween((int) (filmed.toMillis() / 100) - 1, (int) (filmed.toMillis() / 100) + 5);
    for (SourceStatus source : ended) {
      assertThat(source.published()).isEqualTo(source.sampled());
    }
    for (String id : List.of("stalling", "leaving", "resetting")) {
      List<FrameInfo> bad = frames(test, id);
      long gaps = bad.stream().filter(info -> info.type() == FrameType.GAP).count();
      SourceStatus status =
          ended.stream().filter(source -> source.id().equals(id)).findFirst().orElseThrow();
      assertThat(gaps).isEqualTo(status.gaps()).isGreaterThanOrEqualTo(3);
      assertThat(bad).extracting(FrameInfo::epoch).containsOnly(bad.get(0).epoch());
      assertThat(bad).isSortedAccordingTo((a, b) -> a.capturedAt().compareTo(b.capturedAt()));
      assertThat(bad.stream().map(FrameInfo::sequence).toList())
          .isEqualTo(LongStream.range(0, bad.size()).boxed().toList());
    }
  }

  @Test
  void aGapSpansTheTimeACameraWasOff(TestInfo test) throws Exception {
    SimulatedCamera door = camera("door");
    try (LiveService live =
        LiveService.start(settings.withSources(List.of(source(door, "door"))))) {
      Eventually.holds("frames arrive", () -> live.status("door").published() > 10);
      Eventually.holds(
          "its clock is known", () -> live.status("door").clock() == CaptureClock.CAMERA);

      cameras.switchOff();
      Eventually.pause(Duration.ofSeconds(3));
      long before = live.status("door").published();
      cameras.switchOn();

      Eventually.holds("frames arrive", () -> live.status("door").published() > before + 5);
    }

    List<FrameInfo> gaps =
        frames(test, "door").stream().filter(info -> info.type() == FrameType.GAP).toList();
    assertThat(gaps).hasSize(1);
    assertThat(Duration.between(gaps.get(0).blindFrom(), gaps.get(0).capturedAt()))
        .isBetween(Duration.ofMillis(2500), Duration.ofSeconds(30));
  }

  @Test
  void aCameraWhoseClockIsFarOffIsTimedAtArrival(TestInfo test) throws Exception {
    SimulatedCamera near =
        camera("near").behave(CameraBehaviour.good().clockError(Duration.ofSeconds(20)));
    SimulatedCamera far =
        camera("far").behave(CameraBehaviour.good().clockError(Duration.ofHours(2)));
    try (LiveService live =
        LiveService.start(
            settings.withSources(List.of(source(near, "near"), source(far, "far"))))) {
      Eventually.holds(
          "its clock is known", () -> live.status("near").clock() == CaptureClock.CAMERA);
      long known = live.status("far").published();
      Eventually.holds("frames arrive", () -> live.status("far").published() > known + 30);
    }

    assertThat(frames(test, "far")).extracting(FrameInfo::clock).containsOnly(CaptureClock.ARRIVAL);
    FrameInfo last = frames(test, "near").get(frames(test, "near").size() - 1);
    assertThat(last.clock()).isEqualTo(CaptureClock.CAMERA);
    FrameInfo other = frames(test, "far").get(frames(test, "far").size() - 1);
    assertThat(Duration.between(other.capturedAt(), last.capturedAt()))
        .isBetween(Duration.ofSeconds(17), Duration.ofSeconds(23));
  }

  @Test
  void reconnectsLeaveNothingBehind() throws Exception {
    SimulatedCamera leaving = camera("leaving").behave(CameraBehaviour.good().finAfter(2));
    try (LiveService live =
        LiveService.start(settings.withSources(List.of(source(leaving, "leaving"))))) {
      Eventually.holds("it came back", () -> live.status("leaving").reconnects() >= 2);
      int threads = ingestorThreads();

      for (int i = 0; i < 15; i++) {
        long before = live.status("leaving").reconnects();
        live.service().retry();
        Eventually.holds(
            "it came back",
            () -> {
              live.service().retry();
              return live.status("leaving").reconnects() > before;
            });
      }

      // The one before the last may still be ending.
      Eventually.holds("no thread is left behind", () -> ingestorThreads() == threads);
    }
    assertThat(ingestorThreads()).isZero();
  }

  private static int ingestorThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches("camera-(leaving|watch)|live-sender"))
            .count();
  }

  private static Duration between(FrameInfo first, FrameInfo second) {
    return Duration.between(first.capturedAt(), second.capturedAt());
  }

  private List<FrameInfo> frames(TestInfo test, String source) throws Exception {
    return new PublishedFrames(broker.bootstrap(), topic(test))
        .read().stream()
            .map(Frame::info)
            .filter(info -> info.source().id().equals(source))
            .toList();
  }
}
