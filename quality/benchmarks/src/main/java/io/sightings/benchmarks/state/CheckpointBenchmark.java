package io.sightings.benchmarks.state;

import io.sightings.benchmarks.azure.DrawnCameraFrames;
import io.sightings.benchmarks.state.CheckpointRun.StageCheckpoints;
import io.sightings.contract.SourceKind;
import io.sightings.engine.EngineSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.SightingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cameras that show strangers, as fast as they are looked at, and a checkpoint every second. */
@Command(
    name = "checkpoints",
    mixinStandardHelpOptions = true,
    description = "Size and duration of checkpoints under load, by stage.")
final class CheckpointBenchmark implements Callable<Integer> {
  private static final int LIMIT = 1_000_000;

  @Option(names = "--cameras", defaultValue = "20", description = "default ${DEFAULT-VALUE}")
  private int cameras;

  @Option(names = "--fps", defaultValue = "2", description = "default ${DEFAULT-VALUE}")
  private int fps;

  @Option(names = "--rounds", defaultValue = "1", description = "of 80 s; default ${DEFAULT-VALUE}")
  private int rounds;

  @Option(names = "--models", description = "a folder of models; without it the job's own are used")
  private Path models;

  public static void main(String[] args) {
    System.exit(new CommandLine(new CheckpointBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    strangers();
    restoring();
    DrawnCameraFrames drawn = new DrawnCameraFrames(cameras, fps, rounds, List.of(SourceKind.LIVE));
    say("%d cameras, %d frames, 2 instances of each stage", cameras, drawn.frames());
    CheckpointRun run = new CheckpointRun(drawn, settings(), Duration.ofSeconds(1));
    List<StageCheckpoints> all = run.play();
    say("%d checkpoints", run.checkpoints());
    long largest = 0;
    for (StageCheckpoints stage : all) {
      say(
          "%-34s largest %7.1f kB in one instance; took %4d ms half the time, %4d ms at most",
          stage.stage(), stage.bytes() / 1000.0, stage.medianMillis(), stage.mostMillis());
      largest = Math.max(largest, stage.bytes());
    }
    say("largest instance: %.1f kB of 1000", largest / 1000.0);
    return largest < LIMIT ? 0 : 1;
  }

  private JobSettings settings() {
    EngineSettings engine =
        models == null
            ? EngineSettings.DEFAULT.withEngine(EngineSettings.Engine.OFFLINE)
            : EngineSettings.DEFAULT
                .withEngine(EngineSettings.Engine.ONNX)
                .withModels(List.of(models.toString()));
    return JobSettings.defaults().withEngine(engine);
  }

  /** What grows without a load: whoever was here is remembered for a week. */
  private static void strangers() {
    SightingSettings.StrangerSettings remembered = SightingSettings.defaults().strangers();
    for (int values : new int[] {128, 256, 512}) {
      int each = StrangerStateSize.bytes(values);
      say(
          "a remembered stranger of a model with %d values: %.1f kB; %d of them, as many as a"
              + " source remembers: %.1f MB",
          values, each / 1e3, remembered.most(), (double) each * remembered.most() / 1e6);
    }
  }

  /** As the job does it, beside how Flink would by default. */
  private static void restoring() throws Exception {
    RestoreBenchmark compressed = new RestoreBenchmark(true);
    RestoreBenchmark plain = new RestoreBenchmark(false);
    // Whoever is first loads the classes.
    compressed.measure(1, 1, 256);
    for (int round = 1; round <= 3; round++) {
      RestoreBenchmark.Result ours = compressed.measure(10, 50, 256);
      RestoreBenchmark.Result flinks = plain.measure(10, 50, 256);
      say(
          "restoring 500 strangers: compressed %.2f MB in %d ms; plain %.2f MB in %d ms",
          ours.bytes() / 1e6,
          ours.took().toMillis(),
          flinks.bytes() / 1e6,
          flinks.took().toMillis());
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
