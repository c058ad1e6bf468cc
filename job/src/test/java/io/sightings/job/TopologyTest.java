package io.sightings.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Alert;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.job.admit.Deliveries;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WatchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.InternalMiniClusterExtension;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole job between its ends: real pictures in, sightings out. */
class TopologyTest {
  private static final int FRAMES_PER_SECOND = 4;
  private static final EngineSettings ENGINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);
  private static final SourceInfo DOOR =
      new SourceInfo("door", SourceKind.VIDEO, "front door", Map.of("floor", "0"));
  private static final SourceInfo YARD = SourceInfo.of("yard", SourceKind.LIVE);
  private static final Instant START = Deliveries.START;
  private static final byte[] CORRUPT = "this is no picture".getBytes(UTF_8);

  private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  private static final InternalMiniClusterExtension FLINK =
      new InternalMiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .setConfiguration(METRICS.addToConfiguration(new Configuration()))
              .build());

  private static final Collected<Sighting> SIGHTINGS = new Collected<>();
  private static final Collected<Alert> ALERTS = new Collected<>();
  private static final Collected<RejectedFrame> REJECTED = new Collected<>();
  private static final List<FrameRecord> DELIVERIES = new ArrayList<>();
  private static FinalCounters counters;

  @BeforeAll
  static void runTheJobOnce() throws Exception {
    List<byte[]> pictures = DrawnFrames.between(1, 12.5, FRAMES_PER_SECOND);
    // The yard's clock is a year ahead; the two recordings come mixed.
    List<FrameRecord> door = recording(DOOR, START, pictures);
    List<FrameRecord> yard = recording(YARD, START.plus(Duration.ofDays(365)), pictures);
    spoil(door);
    for (int i = 0; i < Math.max(door.size(), yard.size()); i++) {
      add(door, i);
      add(yard, i);
    }

    StreamExecutionEnvironment env = new TestStreamEnvironment(FLINK.getMiniCluster(), 2);
    env.configure(
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
            .set(PipelineOptions.OBJECT_REUSE, true));
    JobSettings settings =
        JobSettings.defaults()
            .withEngine(ENGINE)
            .withWatchlist(List.of(new WatchRule("ada", List.of("ada"), false, List.of("door"))));
    DataStream<FrameRecord> frames =
        env.fromData(DELIVERIES)
            .uid("deliveries")
            .setParallelism(1)
            // As on the topic: all frames of a source are on one partition.
            .partitionCustom(
                (source, partitions) -> source.equals("door") ? 0 : 1,
                delivery -> new String(delivery.message().key(), UTF_8));
    Topology.Outputs outputs =
        Topology.define(frames, settings, new FixedGallery(DrawnFrames.people(ENGINE)));
    outputs.sightings().sinkTo(SIGHTINGS).uid("sightings");
    outputs.alerts().sinkTo(ALERTS).uid("alerts");
    outputs.rejected().sinkTo(REJECTED).uid("rejected");
    env.execute("test");
    // The reporter forgets all when the cluster ends.
    counters = new FinalCounters(METRICS);
  }

  private static List<FrameRecord> recording(
      SourceInfo source, Instant start, List<byte[]> pictures) {
    List<FrameRecord> deliveries = new ArrayList<>();
    for (byte[] picture : pictures) {
      int i = deliveries.size();
      Instant time = start.plusMillis(1000L * i / FRAMES_PER_SECOND);
      deliveries.add(Deliveries.image(source, "run1", i, time, picture));
    }
    int i = deliveries.size();
    Instant end = start.plusMillis(1000L * i / FRAMES_PER_SECOND);
    deliveries.add(Deliveries.ended(source, "run1", i, end));
    return deliveries;
  }

  /** One picture is broken, one comes twice, one goes back in time, one record is no frame. */
  private static void spoil(List<FrameRecord> door) {
    FrameRecord tenth = door.get(10);
    door.set(10, Deliveries.image(DOOR, "run1", 10, tenth.info().capturedAt(), CORRUPT));
    door.add(12, door.get(11));
    FrameRecord back = door.get(20);
    door.set(
        20, Deliveries.image(DOOR, "run1", back.info().sequence(), START, back.message().value()));
    door.add(
        25,
        Deliveries.from(
            new KafkaMessage("door".getBytes(UTF_8), new byte[] {1, 2, 3}, List.of(), 0), 25));
  }

  private static void add(List<FrameRecord> deliveries, int index) {
    if (index < deliveries.size()) {
      DELIVERIES.add(deliveries.get(index));
    }
  }

  @Test
  void everyoneWhoWalkedByIsSeenOnceAtEachSource() {
    assertThat(closed("door"))
        .extracting(s -> s.person().id())
        .containsExactlyInAnyOrder("ada", "ben");
    assertThat(closed("yard"))
        .extracting(s -> s.person().id())
        .containsExactlyInAnyOrder("ada", "ben");
  }

  @Test
  void aSightingSaysWhereAndWhenAndWhy() {
    Sighting ada =
        closed("door").stream()
            .filter(s -> s.person().id().equals("ada"))
            .findFirst()
            .orElseThrow();

    assertThat(ada.source()).isEqualTo(DOOR);
    assertThat(ada.firstSeen()).isBetween(START, START.plusSeconds(3));
    assertThat(ada.lastSeen()).isBetween(START.plusSeconds(4), START.plusSeconds(8));
    assertThat(ada.similarity()).isGreaterThan(ada.threshold());
    assertThat(ada.model()).isEqualTo("lbph");
    assertThat(ada.bestShot().thumbnail()).startsWith(0xff, 0xd8);
    assertThat(ada.bestShot().frameWidth()).isEqualTo(1280);
  }

  @Test
  void aBrokenPictureIsRejectedWithItsBytesAndTheNextOneIsAnalysed() {
    RejectedFrame broken = rejected(RejectReason.UNREADABLE_IMAGE);

    assertThat(broken.original().value()).isEqualTo(CORRUPT);
    assertThat(broken.offset()).isEqualTo(10);
    assertThat(broken.detail()).isNotBlank();
    assertThat(count("detected", "framesSeen")).isEqualTo(2L * pictures() - 2);
  }

  @Test
  void whatGoesBackInTimeAndWhatIsNoFrameIsRejectedToo() {
    assertThat(rejected(RejectReason.BACK_IN_TIME).original().value()).isNotEmpty();
    assertThat(rejected(RejectReason.MALFORMED_HEADERS).original().value())
        .containsExactly(1, 2, 3);
    assertThat(REJECTED.all()).hasSize(3);
  }

  @Test
  void theCountersAddUp() {
    long received = DELIVERIES.size();
    long images = count("admit", "framesAdmitted");

    assertThat(
            images
                + count("admit", "heartbeatsAdmitted")
                + count("admit", "endsAdmitted")
                + count("admit", "framesDuplicate")
                + count("admit", "framesBackInTime")
                + count("admit", "framesMalformed"))
        .isEqualTo(received);
    long refused = 0;
    for (RejectReason reason : RejectReason.values()) {
      refused += count("detected", "framesRejected." + reason.name());
    }
    assertThat(count("detected", "framesSeen") + refused).isEqualTo(images);
    assertThat(refused + count("admit", "framesBackInTime") + count("admit", "framesMalformed"))
        .isEqualTo(REJECTED.all().size());
    assertThat(count("admit", "framesDuplicate")).isEqualTo(1);
  }

  @Test
  void onlyTheDoorIsWatchedForAda() {
    assertThat(ALERTS.all()).hasSize(1);
    assertThat(ALERTS.all().get(0).source()).isEqualTo(DOOR);
    assertThat(ALERTS.all().get(0).person().id()).isEqualTo("ada");
  }

  private static long pictures() {
    return DELIVERIES.stream()
        .filter(delivery -> delivery.info() != null)
        .filter(delivery -> delivery.info().source().equals(YARD))
        .filter(delivery -> delivery.message().value() != null)
        .count();
  }

  private static List<Sighting> closed(String source) {
    return SIGHTINGS.all().stream()
        .filter(sighting -> sighting.source().id().equals(source))
        .filter(sighting -> sighting.status() == SightingStatus.CLOSED)
        .toList();
  }

  private static RejectedFrame rejected(RejectReason reason) {
    return REJECTED.all().stream()
        .filter(frame -> frame.reason() == reason)
        .findFirst()
        .orElseThrow();
  }

  private static long count(String stage, String counter) {
    return counters.sum(stage, counter);
  }
}
