package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Streams.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.CameraCredentials;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.LabClip;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamProbeTest {
  private final StreamProbe probe = new StreamProbe(bounds(), Duration.ofMillis(2500));

  @Test
  void aCameraIsDescribed() throws Exception {
    try (CameraServer server = CameraServer.start()) {
      SimulatedCamera camera =
          server
              .camera("door", LabClip.h264())
              .behave(CameraBehaviour.good().clockError(Duration.ofMinutes(5)))
              .secured(CameraCredentials.digest("viewer", "geheim"));
      SourceSettings source =
          SourceSettingsBuilder.builder()
              .id("door")
              .url(camera.url())
              .options(Map.of("carrier_pigeons", "2"))
              .build();

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
