package io.sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.ingest.monitor.SourceReport;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.kafka.LocalBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileIngestorIT {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");

  @TempDir Path dir;
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
  void aVideoArrivesCompleteAndInOrder(TestInfo test) throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("door.mp4"), 25, 50);

    IngestReport report = ingest(test, SourceSettings.of(file.toString()).withStart(START));

    List<Frame> frames = frames(test);
    assertThat(frames.stream().map(f -> f.info().sequence()))
        .containsExactlyElementsOf(LongStream.rangeClosed(0, 10).boxed().toList());
    assertThat(frames.stream().limit(10).map(f -> f.info().capturedAt()))
        .containsExactlyElementsOf(
            LongStream.range(0, 10).mapToObj(i -> START.plusMillis(200 * i)).toList());
    Frame first = frames.get(0);
    assertThat(first.info().source().id()).isEqualTo("door");
    assertThat(first.info().contentType()).isEqualTo("image/jpeg");
    assertThat(first.info().width()).isEqualTo(96);
    assertThat(TestPhoto.decoded(first.image()).getHeight()).isEqualTo(64);
    assertThat(frames.get(10).info().type()).isEqualTo(FrameType.ENDED);
    assertThat(report.failures()).isEmpty();
    assertThat(report.totals().read()).isEqualTo(50);
    assertThat(report.totals().published()).isEqualTo(10);
    assertThat(report.totals().bytes())
        .isEqualTo(frames.stream().limit(10).mapToLong(f -> f.image().length).sum());
  }

  @Test
  void readingAgainGivesTheSameFrameIdsUnlessANewRunIsWanted(TestInfo test) throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("again.mp4"), 25, 20);
    SourceSettings source = SourceSettings.of(file.toString());
    ingest(test, source);
    List<String> once = ids(test);

    ingest(test, source);

    assertThat(ids(test)).isEqualTo(Stream.concat(once.stream(), once.stream()).toList());

    IngestorSettings settings = settings(test);
    FileIngestor.run(
        settings.withFiles(settings.files().withAgain(true)), List.of(source), IngestListener.NONE);
    assertThat(ids(test).subList(2 * once.size(), 3 * once.size()))
        .doesNotContainAnyElementsOf(once);
  }

  @Test
  void aPhotoOfEightMebibytesPasses(TestInfo test) throws Exception {
    byte[] photo = TestPhoto.jpegOf(8 << 20);
    Path file = Files.write(dir.resolve("large.jpg"), photo);

    IngestReport report = ingest(test, SourceSettings.of(file.toString()));

    assertThat(report.failures()).isEmpty();
    assertThat(frames(test).get(0).image()).isEqualTo(photo);
  }

  @Test
  void aBadInputKeepsNoOtherFromBeingRead(TestInfo test) throws Exception {
    Path good = new TestVideo(96, 64).write(dir.resolve("good.mp4"), 25, 20);
    Path bad = Files.writeString(dir.resolve("bad.mp4"), "not a video");

    IngestReport report =
        ingest(
            test,
            SourceSettings.of(dir.resolve("missing.mp4").toString()),
            SourceSettings.of(bad.toString()),
            SourceSettings.of(good.toString()));

    assertThat(report.sources().stream().map(SourceReport::failed))
        .containsExactly(true, true, false);
    assertThat(frames(test)).hasSize(5);
  }

  @Test
  void theListenerHearsHowFarASourceIs(TestInfo test) throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("heard.mp4"), 25, 50);
    List<String> heard = new ArrayList<>();
    IngestListener listener =
        new IngestListener() {
          @Override
          public void started(SourceInfo source, Duration length) {
            heard.add(
                "started " + source.id() + " of " + Math.round(length.toMillis() / 1000.0) + " s");
          }

          @Override
          public void progressed(
              SourceInfo source, FrameCounts counts, Duration position, Duration length) {
            if (counts.read() % 25 == 0) {
              heard.add(position.toMillis() + " ms");
            }
          }

          @Override
          public void finished(SourceReport report) {
            heard.add("finished " + report.counts().published());
          }
        };

    FileIngestor.run(settings(test), List.of(SourceSettings.of(file.toString())), listener);

    assertThat(heard).containsExactly("started heard of 2 s", "960 ms", "1960 ms", "finished 10");
  }

  @Test
  void aTopicTooNarrowForTheFramesIsNamedBeforeAnythingIsRead(TestInfo test) throws Exception {
    broker.createTopic(topic(test), 1, Map.of("max.message.bytes", "1048588"));
    Path file = new TestVideo(96, 64).write(dir.resolve("narrow.mp4"), 25, 5);

    assertThatThrownBy(() -> ingest(test, SourceSettings.of(file.toString())))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("max.message.bytes");
  }

  @Test
  void aBrokerThatIsNotThereIsNamed(TestInfo test) throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("nowhere.mp4"), 25, 5);
    IngestorSettings settings = settings(test);
    IngestorSettings nowhere =
        settings.withKafka(
            settings
                .kafka()
                .withBootstrap("127.0.0.1:1")
                .withConnectTimeout(Duration.ofMillis(500)));

    assertThatThrownBy(
            () ->
                FileIngestor.run(
                    nowhere, List.of(SourceSettings.of(file.toString())), IngestListener.NONE))
        .isInstanceOf(PublishException.class)
        .hasMessage("Kafka at 127.0.0.1:1 is not reachable: start it, or set kafka.bootstrap.");
  }

  @Test
  void framesWaitForABrokerThatComesBack(TestInfo test) throws Exception {
    Path file = new TestVideo(640, 480).write(dir.resolve("patient.mp4"), 25, 250);
    IngestorSettings settings = settings(test);
    IngestListener killer =
        new IngestListener() {
          @Override
          public void progressed(
              SourceInfo source, FrameCounts counts, Duration position, Duration length) {
            if (counts.read() == 100) {
              broker.kill();
              broker.restart();
            }
          }
        };

    IngestReport report =
        FileIngestor.run(settings, List.of(SourceSettings.of(file.toString())), killer);

    assertThat(report.failures()).isEmpty();
    assertThat(frames(test).stream().map(f -> f.info().sequence()))
        .containsExactlyElementsOf(LongStream.rangeClosed(0, 50).boxed().toList());
  }

  @Test
  void interruptingStopsTheReading(TestInfo test) throws Exception {
    Path file = new TestVideo(320, 240).write(dir.resolve("long.mp4"), 25, 500);
    Thread reader = Thread.currentThread();
    IngestListener interrupter =
        new IngestListener() {
          @Override
          public void progressed(
              SourceInfo source, FrameCounts counts, Duration position, Duration length) {
            if (counts.read() == 50) {
              reader.interrupt();
            }
          }
        };
    List<SourceSettings> inputs = List.of(SourceSettings.of(file.toString()));

    assertThatThrownBy(() -> FileIngestor.run(settings(test), inputs, interrupter))
        .isInstanceOf(InterruptedException.class);
    assertThat(frames(test))
        .hasSizeLessThan(100)
        .noneMatch(frame -> frame.info().type() == FrameType.ENDED);
  }

  private IngestReport ingest(TestInfo test, SourceSettings... inputs) throws Exception {
    return FileIngestor.run(settings(test), List.of(inputs), IngestListener.NONE);
  }

  /** Each test has a topic of its own, created by the ingestor. */
  private IngestorSettings settings(TestInfo test) {
    IngestorSettings defaults = IngestorSettings.defaults();
    return defaults.withKafka(
        defaults.kafka().withBootstrap(broker.bootstrap()).withTopic(topic(test)));
  }

  private static String topic(TestInfo test) {
    return test.getTestMethod().orElseThrow().getName();
  }

  private List<String> ids(TestInfo test) throws Exception {
    return frames(test).stream().map(f -> f.info().id()).toList();
  }

  private List<Frame> frames(TestInfo test) throws Exception {
    return new PublishedFrames(broker.bootstrap(), topic(test)).read();
  }
}
