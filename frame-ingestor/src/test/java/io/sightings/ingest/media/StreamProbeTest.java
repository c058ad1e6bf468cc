package io.sightings.ingest.media;

import static io.sightings.ingest.media.Streams.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sightings.ingest.settings.SourceSettings;
import io.sightings.lab.Camera;
import io.sightings.lab.CameraBehaviour;
import io.sightings.lab.CameraServer;
import io.sightings.lab.Credentials;
import io.sightings.lab.clip.LabClip;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamProbeTest {
  private final StreamProbe probe = new StreamProbe(bounds(), Duration.ofMillis(2500));

  @Test
  void aCameraIsDescribed() throws Exception {
    try (CameraServer server = CameraServer.start()) {
      Camera camera =
          server
              .camera("door", LabClip.h264())
              .behave(CameraBehaviour.good().clockError(Duration.ofMinutes(5)))
              .secured(Credentials.digest("viewer", "geheim"));
      SourceSettings source =
          new SourceSettings(
              "door",
              camera.url(),
              "",
              "",
              "",
              false,
              "",
              Map.of(),
              "",
              "",
              "",
              "",
              "",
              Map.of("carrier_pigeons", "2"),
              null);

      StreamProbe.Finding found = probe.probe(source);

      assertThat(found.address()).isEqualTo(camera.plainUrl());
      assertThat(found.toString()).doesNotContain("geheim");
      assertThat(found.info().codec()).isEqualTo("h264");
      assertThat(found.info().width()).isEqualTo(320);
      assertThat(found.transport()).isEqualTo("tcp");
      assertThat(found.fps()).isCloseTo(10, within(1.5));
      assertThat(found.keyFrameInterval())
          .isBetween(Duration.ofMillis(700), Duration.ofMillis(1300));
      assertThat(found.clockOffset())
          .isBetween(Duration.ofMinutes(5).minusSeconds(3), Duration.ofMinutes(5).plusSeconds(3));
      assertThat(found.unknownOptions()).containsExactly("carrier_pigeons");
    }
  }

  @Test
  void whatIsWrongIsTold() {
    SourceSettings source = SourceSettings.stream("door", "rtsp://u:geheim@no-such.invalid/a");

    assertThatThrownBy(() -> probe.probe(source))
        .isInstanceOf(StreamException.class)
        .hasMessageContaining("no-such.invalid");
  }
}
