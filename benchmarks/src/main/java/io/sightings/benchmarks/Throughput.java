package io.sightings.benchmarks;

import io.sightings.engine.EngineSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.kafka.LocalBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The job against the bare loop, over the same frames, in turn. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = "Frames per second of the job, against a bare loop of the same models.")
final class Throughput implements Callable<Integer> {
  /** The short run has this part of the frames. */
  private static final int SHARE = 4;

  @Option(names = "--video", required = true, description = "a video; it is looped")
  private Path video;

  @Option(names = "--models", required = true, description = "the folder with the model files")
  private Path models;

  @Option(names = "--embedder", defaultValue = "mobileface_identification_v2_256d.onnx")
  private String embedder;

  @Option(names = "--frames", defaultValue = "2000", description = "default: ${DEFAULT-VALUE}")
  private int frames;

  @Option(names = "--size", defaultValue = "640", description = "detection size, default 640")
  private int size;

  @Option(names = "--cores", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
  private int cores;

  @Option(names = "--rounds", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Throughput()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Clip clip = Clip.of(video);
    say(
        "%d frames of %d×%d, looped to %d",
        clip.frames().size(), clip.width(), clip.height(), frames);
    BareLoop loop =
        new BareLoop(
            models.resolve("face_detection_yunet_2023mar.onnx"),
            models.resolve(embedder),
            size,
            cores);
    loop.run(clip, Math.min(frames, 100));
    for (int round = 1; round <= rounds; round++) {
      BareLoop.Result bare = loop.run(clip, frames);
      // The difference of a long and a short run leaves out what a job needs to start and to stop.
      double small = job(clip, frames / SHARE);
      double whole = job(clip, frames);
      double steady = (whole - small) / (frames - frames / SHARE) * frames;
      say(
          "round %d: bare loop %.1f frames/s (%d faces), job %.1f frames/s, ratio %.2f"
              + " (%.2f with start and stop, %.1f s)",
          round,
          bare.frames() / bare.seconds(),
          bare.faces(),
          frames / steady,
          bare.seconds() / steady,
          bare.seconds() / whole,
          whole);
    }
    return 0;
  }

  private double job(Clip clip, int count) throws Exception {
    JobSettings settings =
        JobSettings.defaults()
            .withEngine(
                EngineSettings.DEFAULT
                    .withEngine(EngineSettings.Engine.ONNX)
                    .withModels(List.of(models.toString())));
    try (LocalBroker broker = LocalBroker.start()) {
      JobRun run = new JobRun(broker, settings, cores);
      run.publish(clip, count);
      return run.run();
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
