package io.sightings.job.sink;

import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.Topic;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes things as their topic says. */
final class TopicSerializer<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final Topic<T> topic;

  TopicSerializer(Topic<T> topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(T thing, KafkaSinkContext context, Long time) {
    return KafkaMessages.to(topic, thing);
  }
}
