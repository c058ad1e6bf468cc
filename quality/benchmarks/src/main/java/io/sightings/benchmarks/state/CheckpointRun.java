package io.sightings.benchmarks.state;

import io.sightings.benchmarks.azure.DrawnCameraFrames;
import io.sightings.engine.gallery.Gallery;
import io.sightings.job.Topology;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.identify.GallerySource;
import io.sightings.job.settings.JobSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.checkpoint.SubtaskStateStats;
import org.apache.flink.runtime.checkpoint.TaskStateStats;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionJobVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** One run of the job, whose checkpoints are what the web UI would show. */
final class CheckpointRun {
  private static final int PARALLELISM = 2;
  private static final int REMEMBERED = 10_000;

  private final DrawnCameraFrames cameras;
  private final JobSettings settings;
  private final Duration interval;
  private int checkpoints;

  CheckpointRun(DrawnCameraFrames cameras, JobSettings settings, Duration interval) {
    this.cameras = cameras;
    this.settings = settings;
    this.interval = interval;
  }

  int checkpoints() {
    return checkpoints;
  }

  List<StageCheckpoints> play() throws Exception {
    Configuration configuration =
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.OBJECT_REUSE, true)
            .set(ExecutionOptions.SNAPSHOT_COMPRESSION, true)
            .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval)
            .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    configuration.setString("web.checkpoints.history", String.valueOf(REMEMBERED));
    try (MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(PARALLELISM)
                .setConfiguration(configuration)
                .build())) {
      cluster.start();
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.getExecutionEnvironment(configuration);
      env.setParallelism(PARALLELISM);
      define(env);
      JobGraph job = env.getStreamGraph().getJobGraph();
      cluster.executeJobBlocking(job);
      return measured(cluster.getExecutionGraph(job.getJobID()).get());
    }
  }

  private void define(StreamExecutionEnvironment env) {
    DataStream<FrameRecord> frames =
        env.fromSource(
                new DataGeneratorSource<>(
                    cameras, cameras.deliveries(), TypeInformation.of(FrameRecord.class)),
                WatermarkStrategy.noWatermarks(),
                "cameras")
            .setParallelism(1)
            .partitionCustom(
                (source, partitions) -> Math.floorMod(source.hashCode(), partitions),
                delivery -> new String(delivery.message().key(), StandardCharsets.UTF_8));
    Topology.Outputs outputs = Topology.define(frames, settings, nobody());
    outputs.sightings().sinkTo(new DiscardingSink<>());
    outputs.rejected().sinkTo(new DiscardingSink<>());
  }

  /** Everybody is a stranger. */
  private static GallerySource nobody() {
    return (model, dimension) ->
        new GallerySource.Lease() {
          @Override
          public Gallery gallery() {
            return Gallery.empty();
          }

          @Override
          public void close() {}
        };
  }

  private List<StageCheckpoints> measured(AccessExecutionGraph job) {
    List<StageCheckpoints> all = new ArrayList<>();
    List<AbstractCheckpointStats> done =
        job.getCheckpointStatsSnapshot().getHistory().getCheckpoints().stream()
            .filter(one -> one.getStatus() == CheckpointStatsStatus.COMPLETED)
            .toList();
    checkpoints = done.size();
    for (AccessExecutionJobVertex vertex : job.getVerticesTopologically()) {
      List<TaskStateStats> of = new ArrayList<>();
      done.forEach(one -> of.add(one.getTaskStateStats(vertex.getJobVertexId())));
      all.add(measured(vertex.getName(), of, done));
    }
    return all;
  }

  private static StageCheckpoints measured(
      String name, List<TaskStateStats> stage, List<AbstractCheckpointStats> done) {
    long bytes = 0;
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < stage.size(); i++) {
      millis.add(stage.get(i).getEndToEndDuration(done.get(i).getTriggerTimestamp()));
      for (SubtaskStateStats instance : stage.get(i).getSubtaskStats()) {
        bytes = instance == null ? bytes : Math.max(bytes, instance.getStateSize());
      }
    }
    millis.sort(null);
    return millis.isEmpty()
        ? new StageCheckpoints(name, bytes, 0, 0)
        : new StageCheckpoints(
            name, bytes, millis.get(millis.size() / 2), millis.get(millis.size() - 1));
  }

  /**
   * The checkpoints of a stage.
   *
   * @param stage the operators in one task
   * @param bytes the most that one instance wrote
   * @param medianMillis from the trigger to the slowest instance's acknowledgement
   * @param mostMillis the longest of those
   */
  record StageCheckpoints(String stage, long bytes, long medianMillis, long mostMillis) {}
}
