package io.sightings.cli.demo;

import io.sightings.cluster.rest.JobVertices;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.topics.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the job has come with a topic: its position, as the Kafka source reports it to Flink. The
 * offsets it commits to Kafka would do as well, but it commits them only when its consumer wakes
 * up, which without new records is every ten seconds.
 */
final class TopicConsumption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Admin admin;
  private final String topic;
  private final JobVertices job;
  private double progress = -1;
  private long progressed = System.nanoTime();

  TopicConsumption(KafkaAccess broker, String topic, JobVertices job) {
    this.admin = broker.admin();
    this.topic = topic;
    this.job = job;
  }

  /**
   * Whether the job has read every record that is on the topic now.
   *
   * @throws CommandFailure if it has read nothing for long: waiting on would be waiting for ever
   */
  boolean complete() throws InterruptedException, ExecutionException {
    TopicDescription description =
        Objects.requireNonNull(
            admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
    Map<TopicPartition, OffsetSpec> latest =
        description.partitions().stream()
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(latest).all().get();
    Map<String, Double> last = job.metrics(id -> id.endsWith(".currentOffset"));
    watch(last.values().stream().mapToDouble(Double::doubleValue).sum());
    return ends.entrySet().stream()
        .allMatch(end -> lastRead(last, end.getKey()) >= end.getValue().offset() - 1);
  }

  private void watch(double sum) {
    if (sum != progress) {
      progress = sum;
      progressed = System.nanoTime();
    } else if (System.nanoTime() - progressed > PATIENCE.toNanos()) {
      throw CommandFailure.environment(
          "The job has read nothing of the topic "
              + topic
              + " for "
              + PATIENCE.toSeconds()
              + " s, although there is more: see the log, and try again.",
          null);
    }
  }

  /** The offset of the last record read; -1 before the first. */
  private static double lastRead(Map<String, Double> last, TopicPartition partition) {
    String name =
        ".topic." + partition.topic() + ".partition." + partition.partition() + ".currentOffset";
    return last.entrySet().stream()
        .filter(metric -> metric.getKey().endsWith(name))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(-1);
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
