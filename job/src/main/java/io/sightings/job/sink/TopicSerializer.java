package io.sightings.job.sink;

import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.TypedTopic;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes records as their topic says, and no larger than it takes. */
final class TopicSerializer<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final TypedTopic<T> topic;
  private final RecordReductions<T> reductions;
  private final Properties producer;
  private final int assumed;
  private transient RecordFitter<T> fitter;

  /**
   * @param producer how the records are sent
   * @param assumed bytes that the topic takes, if the broker does not tell
   */
  TopicSerializer(
      TypedTopic<T> topic, RecordReductions<T> reductions, Properties producer, int assumed) {
    this.topic = topic;
    this.reductions = reductions;
    this.producer = producer;
    this.assumed = assumed;
  }

  @Override
  public void open(InitializationContext context, KafkaSinkContext sink) {
    int limit = TopicLimit.of(topic.name(), producer, assumed);
    fitter = new RecordFitter<>(topic, reductions, limit, context.getMetricGroup());
  }

  /** Null, which the connector leaves out, if the topic takes no part of the record. */
  @Override
  public @Nullable ProducerRecord<byte[], byte[]> serialize(
      T record, KafkaSinkContext sink, Long time) {
    return fitter.fit(record).map(fitting -> KafkaMessages.to(topic, fitting)).orElse(null);
  }
}
