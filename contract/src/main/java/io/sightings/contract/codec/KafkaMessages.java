package io.sightings.contract.codec;

import io.sightings.contract.KafkaMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Messages as the Kafka client has them. Values are handed over, not copied. */
public final class KafkaMessages {

  private KafkaMessages() {}

  public static KafkaMessage from(ConsumerRecord<byte[], byte[]> consumed) {
    List<KafkaMessage.Header> headers = new ArrayList<>();
    for (Header header : consumed.headers()) {
      headers.add(new KafkaMessage.Header(header.key(), header.value()));
    }
    return new KafkaMessage(consumed.key(), consumed.value(), headers, consumed.timestamp());
  }

  public static <T> ProducerRecord<byte[], byte[]> to(TypedTopic<T> topic, T thing) {
    return to(topic.name(), topic.codec().encode(thing));
  }

  /** A message as it is. */
  public static ProducerRecord<byte[], byte[]> to(String topic, KafkaMessage message) {
    List<Header> headers = new ArrayList<>(message.headers().size());
    for (KafkaMessage.Header header : message.headers()) {
      headers.add(new RecordHeader(header.name(), header.value()));
    }
    Long timestamp = message.timestamp() < 0 ? null : message.timestamp();
    return new ProducerRecord<>(topic, null, timestamp, message.key(), message.value(), headers);
  }
}
