package io.sightings.benchmarks.azure;

import io.sightings.contract.SourceKind;
import io.sightings.emulator.FaceEmulator;
import io.sightings.job.settings.JobSettings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many cameras, ten calls a second. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Many live cameras on one resource: how many calls come in any second and minute.")
final class AzureLoadCommand implements Callable<Integer> {
  @Mixin private EmulatorProcess standIn;

  @Option(names = "--cameras", defaultValue = "20", description = "default ${DEFAULT-VALUE}")
  private int cameras;

  @Option(names = "--fps", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
  private int fps;

  @Option(names = "--rounds", defaultValue = "2", description = "of 80 s; default ${DEFAULT-VALUE}")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    try (FaceEmulator service = standIn.start()) {
      JobSettings settings = standIn.enrolled(service);
      DrawnCameraFrames drawn =
          new DrawnCameraFrames(cameras, fps, rounds, List.of(SourceKind.LIVE));
      System.out.printf(
          "%d cameras, %d frames in %d s%n", cameras, drawn.frames(), drawn.seconds());
      AzureJobRun run = AzureJobRun.play(drawn, settings, (double) cameras * fps);
      RunReport.print(run, drawn, service);
      boolean kept = RunReport.keepsBudget(service, settings);
      long refused = RunReport.throttled(service);
      System.out.printf("Answered with 429: %d%n", refused);
      return kept && refused == 0 ? 0 : 1;
    }
  }
}
