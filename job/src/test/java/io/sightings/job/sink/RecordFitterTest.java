package io.sightings.job.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.SightingsTopics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

/** What is too large for its topic goes there smaller, or not at all, and never fails the job. */
class RecordFitterTest {
  private static final Instant TIME = Instant.parse("2026-01-01T09:00:00Z");

  @Test
  void aSightingLosesItsThumbnailFirstThenItsLabelsThenItsTexts() {
    Sighting sighting = sighting("l".repeat(1000), "x".repeat(5000), new byte[20_000]);

    assertThat(fit(sighting, 100_000)).contains(sighting);
    Sighting bare = fit(sighting, 10_000).orElseThrow();
    assertThat(bare.bestShot().thumbnail()).isNull();
    assertThat(bare.source()).isEqualTo(sighting.source());
    Sighting barer = fit(sighting, 3500).orElseThrow();
    assertThat(barer.source().labels()).isEmpty();
    assertThat(barer.source().location()).isNotNull();
    Sighting barest = fit(sighting, 2000).orElseThrow();
    assertThat(barest.source().location()).isNull();
    assertThat(barest.id()).isEqualTo(sighting.id());
    assertThat(barest.person()).isEqualTo(sighting.person());
    assertThat(barest.lastSeen()).isEqualTo(sighting.lastSeen());
    assertThat(fit(sighting, 200)).isEmpty();
  }

  @Test
  void aRejectedFrameGoesWithItsHeadersAloneIfItsPictureIsTooLarge() {
    RejectedFrame frame = rejected(new byte[2 << 20], "ce_location", 10);

    RejectedFrame fitting = fit(frame, 1 << 20).orElseThrow();

    assertThat(fitting.original().value()).isNull();
    assertThat(fitting.original().headers()).isEqualTo(frame.original().headers());
    assertThat(fitting.reason()).isEqualTo(RejectReason.TOO_LARGE);
    assertThat(fitting.offset()).isEqualTo(7);
    assertThat(fitting.detail()).contains("picture is left out");
  }

  @Test
  void aRejectedFrameLosesHeadersThatAreTooLarge() {
    RejectedFrame frame = rejected(null, "ce_location", 2 << 20);

    assertThat(fit(frame, 4 << 20)).contains(frame);
    assertThat(fit(frame, 1 << 20).orElseThrow().original().headers()).hasSize(1);
  }

  private static Optional<Sighting> fit(Sighting sighting, int limit) {
    return new RecordFitter<>(
            SightingsTopics.SIGHTINGS,
            RecordReductions.ofSightings(),
            limit,
            new UnregisteredMetricsGroup())
        .fit(sighting);
  }

  private static Optional<RejectedFrame> fit(RejectedFrame frame, int limit) {
    return new RecordFitter<>(
            SightingsTopics.REJECTED,
            RecordReductions.ofRejectedFrames(),
            limit,
            new UnregisteredMetricsGroup())
        .fit(frame);
  }

  private static RejectedFrame rejected(byte[] value, String header, int length) {
    List<KafkaMessage.Header> headers =
        List.of(
            new KafkaMessage.Header("ce_epoch", "run1".getBytes(UTF_8)),
            new KafkaMessage.Header(header, new byte[length]));
    KafkaMessage original =
        new KafkaMessage("door".getBytes(UTF_8), value, headers, KafkaMessage.NOW);
    return new RejectedFrame(original, RejectReason.TOO_LARGE, "too large", "frames", 0, 7);
  }

  private static Sighting sighting(String location, String label, byte[] thumbnail) {
    return new Sighting(
        "door/run1/0/0",
        1,
        SightingStatus.OPEN,
        null,
        new SourceInfo("door", SourceKind.LIVE, location, Map.of("label", label)),
        new Sighting.Who("ada", "Ada", true),
        TIME,
        TIME,
        1,
        1,
        1,
        0.7,
        null,
        null,
        0.4,
        "model",
        "people",
        new Sighting.BestShot(
            "door/run1/0",
            "s".repeat(1000),
            TIME,
            new FaceBox(1, 1, 50, 50),
            640,
            480,
            0.9,
            thumbnail,
            null),
        null);
  }
}
