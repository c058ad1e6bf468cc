package io.sightings.cli.demo;

import io.sightings.cli.kafka.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the job has come with a topic. It commits its offsets with each checkpoint, so what
 * counts as read here is safe.
 */
final class Consumption implements AutoCloseable {
  private final Admin admin;
  private final String topic;
  private final String group;

  Consumption(Broker broker, String topic, String group) {
    this.admin = broker.admin();
    this.topic = topic;
    this.group = group;
  }

  /** Records that are on the topic and not yet behind a checkpoint of the job. */
  long remaining() throws InterruptedException, ExecutionException {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    Map<TopicPartition, OffsetSpec> latest =
        description.partitions().stream()
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
    var ends = admin.listOffsets(latest).all().get();
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
        .sum();
  }

  private static long offset(OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
