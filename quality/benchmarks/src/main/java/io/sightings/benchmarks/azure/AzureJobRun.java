package io.sightings.benchmarks.azure;

import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.job.Topology;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.identify.NoGallery;
import io.sightings.job.settings.JobSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * One run of the job over drawn cameras.
 *
 * @param sightings every revision
 * @param rejected frames that could not be analysed
 * @param counters the job's own, by name, summed over all instances
 * @param took from the first frame to the end
 */
record AzureJobRun(
    List<Sighting> sightings,
    List<RejectedFrame> rejected,
    Map<String, Long> counters,
    Duration took) {
  private static final int PARALLELISM = 2;

  /**
   * @param perSecond frames of all cameras together; 0 for as fast as possible
   */
  static AzureJobRun play(
      DrawnCameraFrames cameras, @Nullable JobSettings settings, double perSecond)
      throws Exception {
    InMemoryReporter reporter = InMemoryReporter.createWithRetainedMetrics();
    // The reporter forgets all when its cluster ends, so the counters are read before.
    try (MiniCluster cluster = new MiniCluster(cluster(reporter))) {
      cluster.start();
      return play(cluster, cameras, settings, perSecond, reporter);
    }
  }

  private static MiniClusterConfiguration cluster(InMemoryReporter reporter) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(reporter.addToConfiguration(new Configuration()))
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(PARALLELISM)
        .withRandomPorts()
        .build();
  }

  private static AzureJobRun play(
      MiniCluster cluster,
      DrawnCameraFrames cameras,
      @Nullable JobSettings settings,
      double perSecond,
      InMemoryReporter reporter)
      throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // A failure ends the run: there are no restarts.
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env = new TestStreamEnvironment(cluster, PARALLELISM);
    env.configure(configuration);
    DataStream<FrameRecord> frames =
        env.fromSource(
                new DataGeneratorSource<>(
                    cameras,
                    cameras.deliveries(),
                    perSecond > 0
                        ? RateLimiterStrategy.perSecond(perSecond)
                        : RateLimiterStrategy.noOp(),
                    TypeInformation.of(FrameRecord.class)),
                WatermarkStrategy.noWatermarks(),
                "cameras")
            .setParallelism(1)
            .uid("cameras")
            .partitionCustom(
                (source, partitions) -> Math.floorMod(source.hashCode(), partitions),
                delivery -> new String(delivery.message().key(), StandardCharsets.UTF_8));
    Topology.Outputs outputs = Topology.define(frames, settings, new NoGallery());
    try (CloseableIterator<Sighting> sightings = outputs.sightings().collectAsync();
        CloseableIterator<RejectedFrame> rejected = outputs.rejected().collectAsync()) {
      configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, true);
      env.configure(configuration);
      long start = System.nanoTime();
      JobClient job = env.executeAsync("asking");
      List<Sighting> all = drained(sightings);
      List<RejectedFrame> refused = drained(rejected);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      job.getJobExecutionResult().join();
      return new AzureJobRun(all, refused, counters(reporter), took);
    }
  }

  private static <T> List<T> drained(CloseableIterator<T> stream) {
    List<T> all = new ArrayList<>();
    stream.forEachRemaining(all::add);
    return all;
  }

  private static Map<String, Long> counters(InMemoryReporter reporter) {
    Map<String, Long> sums = new TreeMap<>();
    reporter
        .getMetricsByGroup()
        .forEach(
            (group, metrics) ->
                metrics.forEach(
                    (name, metric) -> {
                      if (metric instanceof Counter counter) {
                        String id = group.getMetricIdentifier(name);
                        sums.merge(last(id), counter.getCount(), Long::sum);
                      }
                    }));
    return sums;
  }

  /** The metric's own name, with the group before it where that is one of ours. */
  private static String last(String id) {
    String[] parts = id.split("\\.");
    String name = parts[parts.length - 1];
    String group = parts.length > 1 ? parts[parts.length - 2] : "";
    return group.equals("answers") || group.equals("framesRejected") ? group + "." + name : name;
  }

  long count(String counter) {
    return counters.getOrDefault(counter, 0L);
  }

  /** Who was seen where and when, a line for each closed sighting, sorted. */
  List<String> closed() {
    return sightings.stream()
        .filter(sighting -> sighting.status().name().equals("CLOSED"))
        .map(
            s ->
                "%s %s %s-%s %d"
                    .formatted(
                        s.source().id(), s.person().id(), s.firstSeen(), s.lastSeen(), s.frames()))
        .sorted()
        .toList();
  }
}
