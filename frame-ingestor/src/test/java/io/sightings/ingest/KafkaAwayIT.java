package io.sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.kafka.LocalBroker;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** Live sources while the broker is killed and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaAwayIT {
  private static final SourceSettings[] SOURCES = {
    LiveService.drawn("door", 640, 480, 10),
    LiveService.drawn("yard", 320, 240, 10),
    LiveService.drawn("gate", 640, 480, 10)
  };

  private LocalBroker broker;

  @BeforeAll
  void startBroker() {
    broker = LocalBroker.start();
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @Test
  void aShortAbsenceCostsNothing(TestInfo test) throws Exception {
    IngestorSettings settings = LiveService.settings(broker.bootstrap(), topic(test), SOURCES);
    List<SourceStatus> ended;
    try (LiveService live = LiveService.start(settings)) {
      Eventually.holds("frames arrive", () -> live.status("door").published() > 10);

      broker.kill();
      long before = live.status("door").sampled();
      Eventually.holds("pictures pile up", () -> live.status("door").sampled() > before + 20);
      assertThat(live.cameras().heldBytes()).isPositive();
      broker.restart();

      long back = live.status("door").sampled();
      Eventually.holds("frames arrive again", () -> live.status("door").published() > back);
      live.close();
      ended = live.service().monitors().status();
    }

    List<Frame> frames = frames(test);
    for (SourceStatus source : ended) {
      assertThat(source.dropped()).isZero();
      assertThat(source.published()).isEqualTo(source.sampled());
      List<Long> sequences = sequences(frames, source.id());
      assertThat(sequences).isEqualTo(LongStream.range(0, sequences.size()).boxed().toList());
    }
  }

  @Test
  void aLongAbsenceCostsTheOldestPicturesWhichAreCountedAndSeen(TestInfo test) throws Exception {
    int bound = 2 << 20;
    IngestorSettings all = LiveService.settings(broker.bootstrap(), topic(test), SOURCES);
    LiveSettings hasty = all.live();
    IngestorSettings settings =
        all.withImage(ImageLimits.of(1 << 20, 50_000_000))
            .withSample(all.sample().withFps(0))
            .withLive(hasty.withBufferBytes(bound));
    AtomicLong most = new AtomicLong();
    List<SourceStatus> ended;
    try (LiveService live = LiveService.start(settings)) {
      Eventually.holds("frames arrive", () -> live.status("door").published() > 10);

      broker.kill();
      Eventually.holds(
          "all lose pictures",
          () -> {
            most.accumulateAndGet(live.cameras().heldBytes(), Math::max);
            return live.status("door").dropped() > 30 && live.status("gate").dropped() > 30;
          });
      broker.restart();

      long back = live.status("door").sampled();
      Eventually.holds("frames arrive again", () -> live.status("door").published() > back);
      live.close();
      ended = live.service().monitors().status();
    }

    assertThat(most.get()).isBetween(bound * 8L / 10, (long) bound);
    List<Frame> frames = frames(test);
    for (SourceStatus source : ended) {
      List<Long> sequences = sequences(frames, source.id());
      long images =
          frames.stream()
              .filter(frame -> frame.info().source().id().equals(source.id()))
              .filter(frame -> frame.info().type() == FrameType.IMAGE)
              .count();
      long holes = sequences.get(sequences.size() - 1) + 1 - sequences.size();
      assertThat(sequences).isSorted().doesNotHaveDuplicates();
      assertThat(images).isEqualTo(source.published());
      assertThat(holes).isEqualTo(source.dropped());
      assertThat(source.published() + source.dropped()).isEqualTo(source.sampled());
      assertThat(source.rejected()).isZero();
    }
  }

  @Test
  void anIngestorThatIsThereBeforeKafkaWaitsForIt(TestInfo test) throws Exception {
    IngestorSettings settings = LiveService.settings(broker.bootstrap(), topic(test), SOURCES[1]);
    broker.kill();
    try (LiveService live = LiveService.start(settings)) {
      Eventually.holds("pictures are taken", () -> live.status("yard").sampled() > 5);
      assertThat(live.service().ready()).isFalse();
      assertThat(live.status("yard").published()).isZero();

      broker.restart();

      Eventually.holds("frames arrive", () -> live.status("yard").published() > 5);
      Eventually.holds("it is ready", () -> live.service().ready());
      broker.kill();
      Eventually.holds("it is not ready", () -> !live.service().ready());
      broker.restart();
      Eventually.holds("it is ready", () -> live.service().ready());
    }
    assertThat(sequences(frames(test), "yard")).startsWith(0L, 1L, 2L);
  }

  @Test
  void closingWithoutKafkaEndsAndCountsWhatIsLost(TestInfo test) throws Exception {
    IngestorSettings settings = LiveService.settings(broker.bootstrap(), topic(test), SOURCES[1]);
    LiveService live = LiveService.start(settings);
    Eventually.holds("frames arrive", () -> live.status("yard").published() > 5);
    broker.kill();
    Eventually.holds("pictures wait", () -> live.cameras().heldBytes() > 100_000);

    live.close();

    SourceStatus yard = live.status("yard");
    broker.restart();
    assertThat(yard.dropped()).isPositive();
    assertThat(yard.published() + yard.dropped()).isEqualTo(yard.sampled());
    assertThat(sequences(frames(test), "yard")).isSorted().doesNotHaveDuplicates();
  }

  private static String topic(TestInfo test) {
    return test.getTestMethod().orElseThrow().getName();
  }

  private static List<Long> sequences(List<Frame> frames, String source) {
    return frames.stream()
        .map(Frame::info)
        .filter(info -> info.source().id().equals(source))
        .map(info -> info.sequence())
        .toList();
  }

  private List<Frame> frames(TestInfo test) throws Exception {
    return new PublishedFrames(broker.bootstrap(), topic(test)).read();
  }
}
