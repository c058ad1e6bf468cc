package io.sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.CameraCredentials;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.SourceSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cameras that ask for a password. */
class CameraLoginIT extends CamerasOnKafka {

  @Test
  void aWrongPasswordIsNotTriedAgainBeforeSomebodyAsks() throws Exception {
    CameraCredentials real = CameraCredentials.digest("viewer", "s3cret-Pa55");
    SimulatedCamera door = camera("door").secured(real);
    SourceSettings wrong =
        SourceSettings.stream("door", door.plainUrl().replace("//", "//viewer:other-Pa55@"));
    try (LiveService live = LiveService.start(settings.withSources(List.of(wrong)))) {
      Eventually.holds("it has failed", () -> is(live, "door", SourceState.FAILED));
      assertThat(live.status("door").toString()).doesNotContain("Pa55");
      int asked = door.connections();

      door.secured(CameraCredentials.digest("viewer", "other-Pa55"));
      Eventually.pause(Duration.ofSeconds(3));
      assertThat(door.connections()).isEqualTo(asked);
      live.service().retry();

      Eventually.holds("frames arrive", () -> live.status("door").published() > 3);
    }
  }

  @Test
  void aNewPasswordInTheSettingsIsTriedAtOnce() throws Exception {
    SimulatedCamera door = camera("door").secured(CameraCredentials.basic("viewer", "s3cret-Pa55"));
    SimulatedCamera yard = camera("yard");
    SourceSettings wrong =
        SourceSettings.stream("door", door.plainUrl().replace("//", "//viewer:other-Pa55@"));
    try (LiveService live =
        LiveService.start(settings.withSources(List.of(wrong, source(yard, "yard"))))) {
      Eventually.holds("it has failed", () -> is(live, "door", SourceState.FAILED));
      Eventually.holds("frames arrive", () -> live.status("yard").published() > 3);

      live.service()
          .apply(settings.withSources(List.of(source(door, "door"), source(yard, "yard"))));

      Eventually.holds("frames arrive", () -> live.status("door").published() > 3);
      assertThat(yard.connections()).isEqualTo(1);
    }
  }
}
