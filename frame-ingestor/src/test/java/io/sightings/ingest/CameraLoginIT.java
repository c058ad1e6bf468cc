package io.sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.lab.Camera;
import io.sightings.lab.Credentials;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cameras that ask for a password. */
class CameraLoginIT extends CamerasOnKafka {

  @Test
  void aWrongPasswordIsNotTriedAgainBeforeSomebodyAsks() throws Exception {
    Credentials real = Credentials.digest("viewer", "s3cret-Pa55");
    Camera door = camera("door").secured(real);
    SourceSettings wrong =
        SourceSettings.stream("door", door.plainUrl().replace("//", "//viewer:other-Pa55@"));
    try (LiveService live = LiveService.start(settings.withSources(List.of(wrong)))) {
      Eventually.holds("it has failed", () -> is(live, "door", SourceState.FAILED));
      assertThat(live.status("door").toString()).doesNotContain("Pa55");
      int asked = door.connections();

      door.secured(Credentials.digest("viewer", "other-Pa55"));
      Eventually.pause(Duration.ofSeconds(3));
      assertThat(door.connections()).isEqualTo(asked);
      live.service().retry();

      Eventually.holds("frames arrive", () -> live.status("door").published() > 3);
    }
  }

  @Test
  void aNewPasswordInTheSettingsIsTriedAtOnce() throws Exception {
    Camera door = camera("door").secured(Credentials.basic("viewer", "s3cret-Pa55"));
    Camera yard = camera("yard");
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
