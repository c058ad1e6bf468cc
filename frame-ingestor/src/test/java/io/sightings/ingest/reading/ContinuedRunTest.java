package io.sightings.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.ingest.Eventually;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.folder.WatchBench;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.publish.MemoryTopic;
import io.sightings.ingest.settings.FrameArea;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuedRunTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");

  @TempDir Path dir;

  @Test
  void aRunThatWasStoppedGoesOnWhereItWas() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("door.mp4"), 25, 50);
    try (WatchBench bench = WatchBench.of(dir, MemoryTopic.slow())) {
      bench.read(named(file));
      Eventually.holds("sent", () -> bench.topic.frames().size() == 11);
      bench.topic.take(4);
    }

    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.ids()).hasSize(7);
      assertThat(bench.topic.frames().stream().map(frame -> frame.info().sequence()))
          .containsExactlyElementsOf(IntStream.range(4, 11).mapToObj(i -> (long) i).toList());
      assertThat(bench.topic.frames().get(0).info().capturedAt()).isEqualTo(START.plusMillis(800));
    }
  }

  @Test
  void framesHaveTheSameNumbersWhereverARunWasStopped() throws Exception {
    // A bar moves through the picture, and half of the time outside the part that is looked at.
    Path file = new TestVideo(320, 240).write(dir.resolve("door.mp4"), 25, 100);
    SampleSettings sample =
        SampleSettings.defaults()
            .withFps(0)
            .withHeartbeat(Duration.ofMillis(100))
            .withMotion(0.01)
            .withRegion(new FrameArea(0.0, 0.0, 0.5, 1.0));
    List<Frame> due;
    try (WatchBench bench = WatchBench.of(dir.resolve("whole")).taking(sample)) {
      bench.read(named(file));
      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      due = bench.topic.frames();
    }
    assertThat(due.stream().map(frame -> frame.info().type()).distinct())
        .contains(FrameType.IMAGE, FrameType.HEARTBEAT, FrameType.ENDED);

    List<Frame> arrived = new ArrayList<>();
    for (int take : new int[] {1, 6, 0, 13, 4}) {
      try (WatchBench bench = WatchBench.of(dir, MemoryTopic.slow()).taking(sample)) {
        bench.read(named(file));
        int left = due.size() - arrived.size();
        Eventually.holds("sent", () -> bench.topic.frames().size() == left);
        bench.topic.take(take);
        arrived.addAll(bench.topic.frames().subList(0, take));
      }
    }
    try (WatchBench bench = WatchBench.of(dir).taking(sample)) {
      bench.read(named(file));
      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      arrived.addAll(bench.topic.frames());
    }

    assertThat(arrived.stream().map(Frame::info).toList())
        .isEqualTo(due.stream().map(Frame::info).toList());
    for (int i = 0; i < due.size(); i++) {
      assertThat(arrived.get(i).image()).isEqualTo(due.get(i).image());
    }
  }

  @Test
  void aFrameKafkaRefusesIsSentAgain() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("door.mp4"), 25, 50);
    try (WatchBench bench = WatchBench.of(dir, MemoryTopic.slow())) {
      bench.read(named(file));
      Eventually.holds("sent", () -> bench.topic.frames().size() == 11);
      bench.topic.take(4);
      bench.topic.refuse(new TimeoutException("the broker is gone"));
      Eventually.holds("said", () -> bench.status().state() == SourceState.WAITING);
      assertThat(bench.status().lastError()).contains("the broker is gone");

      bench.running.retry();

      Eventually.holds("sent", () -> bench.topic.frames().size() == 18);
      bench.topic.take(13);
      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.ids().subList(11, 18)).isEqualTo(bench.topic.ids().subList(4, 11));
    }
  }

  private static SourceSettings named(Path file) {
    return SourceSettings.of(file.toString()).withStart(START);
  }
}
