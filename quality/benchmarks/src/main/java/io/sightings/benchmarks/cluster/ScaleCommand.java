package io.sightings.benchmarks.cluster;

import io.sightings.benchmarks.JpegClip;
import io.sightings.cluster.rest.RunningJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Two task managers against one. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description = "Frames per second of one task manager and of two, of one slot each, in turn.")
final class ScaleCommand implements Callable<Integer> {
  private static final int SOURCES = 4;

  /** Leaves out the start of the job, its first compilation, and its last, uneven frames. */
  private static final double FROM = 0.3;

  private static final double TO = 0.9;

  @Mixin private JobInput feed;

  @Option(names = "--frames", defaultValue = "2000", description = "default ${DEFAULT-VALUE}")
  private int frames;

  @Option(names = "--rounds", defaultValue = "2", description = "default ${DEFAULT-VALUE}")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("sightings-scale");
    JpegClip clip = feed.clip(folder);
    for (int round = 1; round <= rounds; round++) {
      double one = framesPerSecond(folder.resolve("round-" + round), clip, 1);
      double two = framesPerSecond(folder.resolve("round-" + round), clip, 2);
      System.out.printf(
          Locale.ROOT,
          "round %d: one task manager %.1f frames/s, two %.1f: ratio %.2f (%d cores)%n",
          round,
          one,
          two,
          two / one,
          Runtime.getRuntime().availableProcessors());
    }
    return 0;
  }

  private double framesPerSecond(Path folder, JpegClip clip, int taskManagers) throws Exception {
    try (ClusterRun run = ClusterRun.start(folder, taskManagers, 1, SOURCES, feed)) {
      run.publish(clip, frames, "run");
      RunningJob job = run.submit(taskManagers);
      run.awaitSeen(job, (long) (frames * FROM));
      long first = job.vertices().recordsRead("track");
      long start = System.nanoTime();
      run.awaitSeen(job, (long) (frames * TO));
      long last = job.vertices().recordsRead("track");
      return (last - first) / ((System.nanoTime() - start) / 1e9);
    }
  }
}
