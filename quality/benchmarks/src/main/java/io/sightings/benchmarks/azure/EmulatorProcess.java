package io.sightings.benchmarks.azure;

import io.sightings.azure.settings.AzureSettings;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.engine.EngineSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.SightingSettings;
import io.sightings.job.settings.WorkSettings.By;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Starts the stand-in with the people of the drawn scene in it. */
final class EmulatorProcess {
  /** Of the networks for drawn faces, which have less variety than real ones. */
  private static final double THRESHOLD = 0.7;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "a folder with model files; without it what needs no files is used")
  private Path models;

  @Option(
      names = "--answer",
      paramLabel = "DURATION",
      defaultValue = "PT0.15S",
      description = "how long any answer takes besides the work; default ${DEFAULT-VALUE}")
  private Duration answer;

  FaceEmulator start() {
    FaceEmulatorSettings settings = FaceEmulatorSettings.DEFAULT.withEngine(engine());
    return FaceEmulator.start(settings.withPace(settings.pace().withAnswer(answer)));
  }

  private EngineSettings engine() {
    EngineSettings defaults = EngineSettings.DEFAULT;
    return models == null
        ? defaults.withEngine(EngineSettings.Engine.OFFLINE)
        : new EngineSettings(
            EngineSettings.Engine.ONNX,
            List.of(models.toAbsolutePath().toString()),
            "",
            THRESHOLD,
            defaults.detector(),
            defaults.image(),
            defaults.gate());
  }

  /** The job's settings, with everybody enrolled and the calls so far forgotten. */
  JobSettings enrolled(FaceEmulator service) throws IOException {
    AzureSettings azure =
        AzureSettings.DEFAULT.withResource(service.endpoint().toString(), service.key());
    SceneGroupEnroller.enrol(azure);
    service.calls().clear();
    JobSettings settings = JobSettings.defaults();
    SightingSettings rules = settings.sighting().withGap(Duration.ofSeconds(10));
    return settings
        .withEngine(engine())
        .withAzure(azure)
        .withSighting(rules)
        .withIdentify(settings.identify().withBy(By.AZURE));
  }
}
