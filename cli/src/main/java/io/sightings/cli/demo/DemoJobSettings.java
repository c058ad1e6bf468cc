package io.sightings.cli.demo;

import io.sightings.contract.settings.SettingsLoader;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.job.settings.CheckpointSettings;
import io.sightings.job.settings.FilesSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.toolkit.scene.DemoSceneRecording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The job's settings for a demo: the defaults, but for what a demo needs. */
final class DemoJobSettings {
  /** Sightings appear with the next checkpoint; in a demo a user waits for them. */
  private static final Duration CHECKPOINT = Duration.ofSeconds(1);

  /** Files appear when they are finished. */
  private static final Duration ROLLOVER = Duration.ofSeconds(10);

  private DemoJobSettings() {}

  /**
   * @param scene null where real inputs are played
   */
  static JobSettings job(DemoOptions plan, @Nullable DemoSceneRecording scene) {
    JobSettings settings = JobSettings.defaults();
    settings =
        settings
            .withEngine(plan.engine())
            .withFiles(
                new FilesSettings(
                    plan.out().sightings().toUri().toString(),
                    settings.files().timeZone(),
                    ROLLOVER))
            .withCheckpoint(new CheckpointSettings(CHECKPOINT, settings.checkpoint().timeout()));
    if (scene != null) {
      settings =
          settings
              .withEngine(forDrawnFaces(plan.engine()))
              .withSighting(settings.sighting().withGap(scene.gap()));
    }
    return with(plan.overrides(), settings);
  }

  static IngestorSettings ingestor(DemoOptions plan) {
    IngestorSettings defaults = IngestorSettings.defaults();
    return defaults.withSample(defaults.sample().withFps(plan.fps()));
  }

  private static JobSettings with(List<String> overrides, JobSettings settings) {
    return overrides.isEmpty()
        ? settings
        : new SettingsLoader(Map.of()).parse("--set", "", settings, overrides);
  }

  /** Drawn faces vary less than real ones: each embedder has a threshold for them. */
  private static EngineSettings forDrawnFaces(EngineSettings engine) {
    try (FaceEngine lease = FaceEngines.acquire(engine)) {
      return engine.withThreshold(lease.embedder().drawnThreshold());
    }
  }
}
