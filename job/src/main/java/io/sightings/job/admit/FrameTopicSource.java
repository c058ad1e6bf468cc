package io.sightings.job.admit;

import io.sightings.job.settings.KafkaSettings;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Frames from Kafka. */
public final class FrameTopicSource {
  /** A frame may be 8 MB, and its headers come on top. */
  private static final String LARGEST_FETCH = String.valueOf(9 << 20);

  private FrameTopicSource() {}

  /**
   * @param bounded whether to end with what is on the topic now
   */
  public static KafkaSource<FrameRecord> from(KafkaSettings kafka, boolean bounded) {
    Properties properties = kafka.clientProperties();
    properties.put("max.partition.fetch.bytes", LARGEST_FETCH);
    // Batches wait in memory before the job: some frames are enough, hundreds would be a gigabyte.
    properties.put("max.poll.records", "16");
    // Flink reports the source's lag itself; the client's hundred metrics would only collide.
    properties.put("register.consumer.metrics", "false");
    properties.put("partition.discovery.interval.ms", "60000");
    var builder =
        KafkaSource.<FrameRecord>builder()
            .setProperties(properties)
            .setTopics(kafka.topics().frames())
            .setGroupId(kafka.group())
            .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
            .setDeserializer(new DeliverySchema());
    if (bounded) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder.build();
  }
}
