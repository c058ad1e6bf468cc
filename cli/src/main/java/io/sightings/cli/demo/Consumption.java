package io.sightings.cli.demo;

import io.sightings.cli.kafka.Broker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
final class Consumption implements AutoCloseable {
  private final Admin admin;
  private final String topic;
  private final RestMetrics metrics;

  Consumption(Broker broker, String topic, RestMetrics metrics) {
    this.admin = broker.admin();
    this.topic = topic;
    this.metrics = metrics;
  }

  /** Whether the job has read every record that is on the topic now. */
  boolean complete() throws InterruptedException, ExecutionException, IOException {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    Map<TopicPartition, OffsetSpec> latest =
        description.partitions().stream()
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(latest).all().get();
    Map<String, Double> last = metrics.values(id -> id.endsWith(".currentOffset"));
    return ends.entrySet().stream()
        .allMatch(end -> lastRead(last, end.getKey()) >= end.getValue().offset() - 1);
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
