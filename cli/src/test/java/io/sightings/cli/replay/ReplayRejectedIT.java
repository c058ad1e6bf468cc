package io.sightings.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import io.sightings.toolkit.topics.KafkaAccess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejections are put on a real topic, and replayed from there. */
class ReplayRejectedIT {
  private static LocalBroker kafka;
  private static KafkaAccess broker;

  @TempDir Path dir;
  private final StringWriter said = new StringWriter();
  // Of this test alone: the broker is shared.
  private final String frames = "frames-" + UUID.randomUUID();
  private final String rejected = "rejected-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    kafka = LocalBroker.start();
    kafka.createTopics(TopicPlan.all(1));
    broker = new KafkaAccess(kafka.bootstrap());
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @BeforeEach
  void reject() {
    kafka.createTopics(List.of(TopicPlan.images(frames, 1), TopicPlan.rejected(rejected, 1)));
    try (var producer = broker.producer()) {
      for (RejectedFrame each :
          List.of(
              rejected("door", 0, RejectReason.ENGINE_FAILURE, new byte[] {0}),
              rejected("yard", 1, RejectReason.UNREADABLE_IMAGE, new byte[] {1}),
              rejected("door", 2, RejectReason.UNREADABLE_IMAGE, new byte[2 << 20]),
              rejected("door", 3, RejectReason.EMPTY_IMAGE, null))) {
        var unused =
            producer.send(KafkaMessages.to(SightingsTopics.REJECTED.named(rejected), each));
      }
    }
  }

  @Test
  void exactlyTheChosenGoBackWithTheirBytesAndHeaders() {
    assertThat(replay("--reason", "UNREADABLE_IMAGE", "--source", "door")).as(said()).isZero();

    assertThat(said()).contains("1 frames published");
    assertThat(frames())
        .singleElement()
        .satisfies(
            replayed -> {
              KafkaMessage original = original("door", 2, new byte[2 << 20]);
              assertThat(replayed.key()).isEqualTo(original.key());
              assertThat(replayed.value()).isEqualTo(original.value());
              assertThat(replayed.headers())
                  .usingRecursiveFieldByFieldElementComparator()
                  .startsWith(original.headers().toArray(KafkaMessage.Header[]::new));
              assertThat(replayed.headers()).hasSize(original.headers().size() + 1);
            });
  }

  @Test
  void aDryRunSaysWhatWouldBePublishedAndPublishesNothing() {
    assertThat(replay("--dry-run")).isZero();

    assertThat(said())
        .contains("UNREADABLE_IMAGE", "ENGINE_FAILURE", "3 frames would be published", "1 records");
    assertThat(frames()).isEmpty();
  }

  @Test
  void whatWasRejectedBeforeTheTimeGivenStays() {
    assertThat(replay("--since", "2100-01-01T00:00:00Z")).isZero();
    assertThat(replay("--until", "2020-01-01T00:00:00+01:00")).isZero();
    assertThat(frames()).isEmpty();

    assertThat(replay("--since", "2020-01-01T00:00:00Z", "--limit", "2")).isZero();
    assertThat(frames()).hasSize(2);
  }

  @Test
  void whatIsReplayedIsAnalysedOnceHoweverOftenItIsReplayed() throws Exception {
    Path photos = dir.resolve("photos");
    new PortraitPainter().write(photos, "Ada", DemoScene.defaults().enrolled().get("Ada"), 1);
    assertThat(run("ingest", photos.toString(), "--set", "state=" + dir)).as(said()).isZero();

    runJob("engine.image.maxBytes=2000", "kafka.topics.frames=frames");
    assertThat(sightings()).isEmpty();

    // Those put there before the test are of other reasons.
    assertThat(replay("--reason", "TOO_LARGE", "--to", frames)).isZero();
    assertThat(said()).contains("1 frames published");
    assertThat(replay("--reason", "TOO_LARGE", "--to", frames)).isZero();
    runJob("engine.image.maxBytes=8388608", "kafka.topics.frames=" + frames);

    assertThat(sightings()).singleElement().asString().contains("\"status\":\"closed\"");
  }

  private void runJob(String... settings) throws Exception {
    List<String> args =
        new ArrayList<>(List.of("--bounded", "--set", "kafka.topics.rejected=" + rejected));
    for (String setting : settings) {
      args.addAll(List.of("--set", setting));
    }
    args.addAll(
        List.of("--set", "kafka.bootstrap=" + kafka.bootstrap(), "--set", "engine.engine=offline"));
    io.sightings.job.JobMain.main(args.toArray(String[]::new));
  }

  private List<String> sightings() {
    assertThat(run("watch", "--from-beginning", "--exit-at-end", "--json")).as(said()).isZero();
    return said().lines().filter(line -> line.startsWith("{")).toList();
  }

  @Test
  void aTimeThatIsNoneIsAWrongCommandLine() {
    assertThat(replay("--since", "noon")).isEqualTo(2);
    assertThat(said()).contains("--since noon: expected a time such as");
  }

  private RejectedFrame rejected(String source, long sequence, RejectReason reason, byte[] value) {
    KafkaMessage original = original(source, sequence, value);
    return new RejectedFrame(original, reason, "why", frames, 0, sequence);
  }

  private static KafkaMessage original(String source, long sequence, byte[] value) {
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            SourceInfo.of(source, SourceKind.LIVE),
            "run1",
            sequence,
            Instant.parse("2026-01-01T09:00:00Z"),
            "image/jpeg",
            640,
            480,
            null,
            null,
            null);
    return SightingsTopics.FRAMES.codec().encode(new Frame(info, value));
  }

  private List<KafkaMessage> frames() {
    TopicPartition partition = new TopicPartition(frames, 0);
    List<KafkaMessage> found = new ArrayList<>();
    try (var consumer = broker.consumer()) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofMillis(200))) {
          found.add(KafkaMessages.from(read));
        }
      }
    }
    return found;
  }

  private String said() {
    return said.toString();
  }

  private int replay(String... options) {
    List<String> all = new ArrayList<>(List.of("replay", "rejected", "--from", rejected));
    all.addAll(List.of(options));
    return run(all.toArray(String[]::new));
  }

  private int run(String... args) {
    said.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap", kafka.bootstrap()));
    PrintWriter out = new PrintWriter(said, true);
    return Main.run(out, out, all.toArray(String[]::new));
  }
}
