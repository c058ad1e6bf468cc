package io.sightings.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.settings.FolderSettings;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SampleOverrides;
import io.sightings.ingest.settings.SourceSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsChangesTest {
  private static final SourceSettings DOOR =
      SourceSettings.stream("door", "rtsp://viewer:secret@10.0.0.5/1");
  private static final SourceSettings YARD = SourceSettings.stream("yard", "rtsp://10.0.0.6/1");
  private static final SourceSettings DESK = SourceSettings.webcam("desk", "/dev/video0");
  private static final SourceSettings WATCHED = watch("archive", "/srv/recordings");
  private static final IngestorSettings ALL =
      IngestorSettings.defaults()
          .withSources(List.of(DOOR, YARD, WATCHED, SourceSettings.of("garden.mp4")));

  @Test
  void whatIsTheSameRunsOn() {
    assertThat(changes(ALL).isEmpty()).isTrue();
  }

  @Test
  void theOrderOfSourcesDoesNotMatter() {
    assertThat(
            changes(ALL.withSources(List.of(SourceSettings.of("garden.mp4"), WATCHED, YARD, DOOR)))
                .isEmpty())
        .isTrue();
  }

  @Test
  void sourcesComeGoAndChange() {
    SourceSettings moved = SourceSettings.stream("door", "rtsp://viewer:secret@10.0.0.7/1");

    SettingsChanges changes = changes(ALL.withSources(List.of(moved, WATCHED, DESK)));

    assertThat(changes.added()).containsExactly("desk");
    assertThat(changes.changed()).containsExactly("door");
    assertThat(changes.removed()).containsExactly("yard", "garden");
  }

  @Test
  void aNewPasswordIsAChange() {
    SourceSettings source = SourceSettings.stream("door", "rtsp://viewer:other@10.0.0.5/1");

    assertThat(changes(ALL.withSources(List.of(source))).changed()).containsExactly("door");
  }

  @Test
  void samplingOfAllChangesThoseThatDoNotSayOtherwise() {
    SampleOverrides own = new SampleOverrides(2.0, null, null, null, null, null, null, null);
    IngestorSettings before = ALL.withSources(List.of(DOOR.withSample(own), YARD));

    SettingsChanges changes = changes(before, before.withSample(before.sample().withFps(1)));

    assertThat(changes.changed()).containsExactly("yard");
  }

  @Test
  void settingsOfStreamsChangeStreamsOnly() {
    LiveSettings live = ALL.live();
    LiveSettings hasty = live.withTimeout(Duration.ofSeconds(2));

    assertThat(changes(ALL.withLive(hasty)).changed()).containsExactly("door", "yard");
  }

  @Test
  void theMemoryOfAllStreamsChangesNone() {
    LiveSettings live = ALL.live();
    LiveSettings large = live.withBufferBytes(128 << 20);

    assertThat(changes(ALL.withLive(large)).isEmpty()).isTrue();
  }

  @Test
  void settingsOfFoldersChangeFoldersOnly() {
    FolderSettings slow =
        FolderSettings.defaults()
            .withScan(Duration.ofSeconds(5))
            .withSettle(Duration.ofSeconds(10));

    assertThat(changes(ALL.withFolders(slow)).changed()).containsExactly("archive");
  }

  @Test
  void settingsOfFilesChangeWhatIsReadFromFiles() {
    IngestorSettings other = ALL.withFiles(ALL.files().withAgain(true));

    assertThat(changes(other).changed()).containsExactly("archive", "garden");
  }

  @Test
  void boundsOfPicturesChangeAll() {
    IngestorSettings other = ALL.withImage(ImageLimits.of(1 << 20, 2_000_000));

    assertThat(changes(other).changed()).containsExactly("door", "yard", "archive", "garden");
  }

  @Test
  void whatNeedsAStartIsNamed() {
    IngestorSettings other =
        ALL.withKafka(ALL.kafka().withTopic("other"))
            .withServer(ALL.server().withPort(1).withStatusPort(2))
            .withState("elsewhere")
            .withFiles(ALL.files().withParallel(7));

    SettingsChanges changes = changes(other);

    assertThat(changes.ignored()).containsExactly("kafka", "server", "state", "files.parallel");
    assertThat(changes.changed()).isEmpty();
  }

  @Test
  void pathsAreCalledAfterTheirFilesAndEachHasANameOfItsOwn() {
    IngestorSettings settings =
        IngestorSettings.defaults()
            .withSources(
                List.of(
                    SourceSettings.of("/a/garden.mp4"),
                    SourceSettings.of("/b/garden.mov"),
                    SourceSettings.of("/c/door.mp4"),
                    DOOR,
                    SourceSettings.of("/srv/photos of 2026")));

    assertThat(SourcePlan.of(settings).keySet())
        .containsExactly("door", "garden", "garden-2", "door-2", "photos-of-2026");
  }

  @Test
  void plansShowNoCredentials() {
    assertThat(SourcePlan.of(ALL)).asString().doesNotContain("secret");
  }

  private static SettingsChanges changes(IngestorSettings after) {
    return changes(ALL, after);
  }

  private static SettingsChanges changes(IngestorSettings before, IngestorSettings after) {
    return SettingsChanges.between(
        SourcePlan.of(before), SourcePlan.of(after), SettingsChanges.fixed(before, after));
  }

  static SourceSettings watch(String id, String folder) {
    return SourceSettings.watched(id, folder);
  }
}
