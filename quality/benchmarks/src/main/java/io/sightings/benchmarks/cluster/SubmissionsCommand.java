package io.sightings.benchmarks.cluster;

import io.sightings.benchmarks.JpegClip;
import io.sightings.cluster.rest.RunningJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What stays of jobs that have gone. */
@Command(
    name = "submissions",
    mixinStandardHelpOptions = true,
    description =
        "Submits, feeds and cancels the job again and again, and prints what the processes hold.")
final class SubmissionsCommand implements Callable<Integer> {
  private static final int SLOTS = 2;
  private static final int SOURCES = 4;

  @Mixin private JobInput feed;

  @Option(names = "--times", defaultValue = "10", description = "default ${DEFAULT-VALUE}")
  private int times;

  @Option(
      names = "--frames",
      defaultValue = "300",
      description = "for each submission; default ${DEFAULT-VALUE}")
  private int frames;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("sightings-submissions");
    JpegClip clip = feed.clip(folder);
    try (ClusterRun run = ClusterRun.start(folder, 1, SLOTS, SOURCES, feed)) {
      System.out.println(ClusterFootprint.HEADER);
      for (int i = 1; i <= times; i++) {
        run.publish(clip, frames, "run-" + i);
        RunningJob job = run.submit(SLOTS);
        run.awaitSeen(job, frames);
        job.cancel(ClusterRun.PATIENCE);
        System.out.println(ClusterFootprint.of(run.cluster()).row(i));
      }
    }
    return 0;
  }
}
