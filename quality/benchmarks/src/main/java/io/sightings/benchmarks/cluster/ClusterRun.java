package io.sightings.benchmarks.cluster;

import io.sightings.benchmarks.ClipFramePublisher;
import io.sightings.benchmarks.JpegClip;
import io.sightings.cluster.ClusterPlan;
import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.rest.JobSubmission;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import io.sightings.process.ProcessAwait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker, a cluster and the job's settings, in a folder of their own. */
final class ClusterRun implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The first stage behind detection. */
  private static final String SEEN = "track";

  private final LocalBroker broker;
  private final LocalCluster cluster;
  private final ClipFramePublisher feed;
  private final ClusterPlan plan;
  private final Path config;

  private ClusterRun(LocalBroker broker, ClusterPlan plan, int sources, JobInput settings)
      throws IOException {
    this.broker = broker;
    this.plan = plan;
    feed = new ClipFramePublisher(broker.bootstrap(), sources);
    broker.createTopics(TopicPlan.all(sources));
    config = Files.createDirectories(plan.folder()).resolve("job.yaml");
    Files.writeString(
        config, settings.settings(broker.bootstrap(), plan.folder().resolve("files")));
    cluster = LocalCluster.start(plan);
  }

  /**
   * @param slots of each task manager
   */
  static ClusterRun start(Path folder, int taskManagers, int slots, int sources, JobInput settings)
      throws IOException {
    ClusterPlan plan =
        ClusterPlan.forTest(folder.resolve("cluster-" + taskManagers), 1, taskManagers)
            .withSettings(
                Map.of(
                    "taskmanager.numberOfTaskSlots",
                    String.valueOf(slots),
                    "metrics.fetcher.update-interval",
                    "200 ms"));
    LocalBroker broker = LocalBroker.start();
    try {
      return new ClusterRun(broker, plan, sources, settings);
    } catch (IOException | RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  void publish(JpegClip clip, int frames, String epoch) {
    feed.publish(clip, frames, epoch);
  }

  RunningJob submit(int parallelism) {
    RunningJob job =
        cluster
            .rest()
            .submit(
                JobSubmission.of(plan.files().job(), List.of("--config", config.toString()))
                    .withParallelism(parallelism));
    job.awaitRunning(PATIENCE);
    return job;
  }

  /** Until so many frames have been looked at since the job was submitted. */
  void awaitSeen(RunningJob job, long frames) {
    ProcessAwait.until(
        frames + " frames are seen", PATIENCE, () -> job.vertices().recordsRead(SEEN) >= frames);
  }

  LocalCluster cluster() {
    return cluster;
  }

  @Override
  public void close() {
    cluster.close();
    broker.close();
  }
}
