package io.sightings.job.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Sighting;
import io.sightings.job.Collected;
import io.sightings.job.Topology;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.identify.GallerySource;
import io.sightings.job.settings.JobSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.functions.FromElementsGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;

/**
 * The job between a recording and a list. Its ends have the uids of the real ones, but neither
 * broker nor files, which would be gone when a kept savepoint is restored: what those keep as state
 * is the connectors' own, and versioned by them.
 *
 * @param cluster in this JVM
 * @param people null where a service names
 */
record Play(
    MiniCluster cluster, JobSettings settings, GallerySource people, List<FrameRecord> deliveries) {
  private static final MemorySize ONE_FILE = MemorySize.ofMebiBytes(1);

  /** What a savepoint is, and what had been told until then. */
  record Cut(Path metadata, List<Sighting> told) {}

  /** What happens at a stop. */
  interface Scene {
    void at(int stop) throws Exception;
  }

  /**
   * @param savepoint to go on from; null to begin at the beginning
   */
  List<Sighting> toTheEnd(int parallelism, Path savepoint) throws Exception {
    Collected<Sighting> sightings = new Collected<>();
    job(parallelism, savepoint, RateLimiterStrategy.noOp(), sightings).execute("rest");
    return sightings.all();
  }

  /**
   * Takes a savepoint at the last stop and ends there.
   *
   * @param stops numbers of the deliveries before which it stops
   */
  Cut cut(int parallelism, Path folder, Scene scene, long... stops) throws Exception {
    Gate gate = new Gate(stops);
    Collected<Sighting> sightings = new Collected<>();
    JobClient job = job(parallelism, null, gate, sightings).executeAsync("beginning");
    for (int stop = 0; stop < stops.length; stop++) {
      gate.awaitReached(stop);
      scene.at(stop);
      if (stop < stops.length - 1) {
        gate.open(stop);
      }
    }
    CommonTestUtils.waitForAllTaskRunning(cluster, job.getJobID(), false);
    String savepoint =
        job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL).get();
    Cut cut = new Cut(Path.of(URI.create(savepoint)).resolve("_metadata"), sightings.all());
    job.cancel().get();
    return cut;
  }

  private StreamExecutionEnvironment job(
      int parallelism, Path savepoint, RateLimiterStrategy<?> pace, Collected<Sighting> sightings) {
    StreamExecutionEnvironment env = new TestStreamEnvironment(cluster, parallelism);
    Configuration configuration =
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
            .set(PipelineOptions.OBJECT_REUSE, true)
            .set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, ONE_FILE)
            .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    env.configure(configuration);
    TypeInformation<FrameRecord> type = TypeInformation.of(FrameRecord.class);
    var source =
        new DataGeneratorSource<>(
            new FromElementsGeneratorFunction<>(type, env.getConfig(), deliveries),
            deliveries.size(),
            pace,
            type);
    Topology.Outputs outputs =
        Topology.define(
            env.fromSource(source, WatermarkStrategy.noWatermarks(), "frames")
                .uid("frames")
                .setParallelism(1)
                // As on the topic: all frames of a source are on one partition.
                .partitionCustom(
                    (key, partitions) -> Math.floorMod(key.hashCode(), partitions),
                    delivery -> new String(delivery.message().key(), UTF_8)),
            settings,
            people);
    outputs.sightings().sinkTo(sightings).uid("sightings-topic");
    outputs.alerts().sinkTo(new Collected<>()).uid("alerts-topic");
    outputs.rejected().sinkTo(new Collected<>()).uid("rejected-topic");
    return env;
  }
}
