package io.sightings.job.admit;

import io.sightings.contract.codec.FrameCodec;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.Message;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the headers only. Runs in the fetcher's thread, so it must not throw for bad records. */
public final class DeliverySchema implements KafkaRecordDeserializationSchema<Delivery> {
  private static final long serialVersionUID = 1L;

  private transient FrameCodec codec;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> consumed, Collector<Delivery> out) {
    if (codec == null) {
      codec = new FrameCodec();
    }
    out.collect(
        read(
            codec,
            KafkaMessages.from(consumed),
            consumed.topic(),
            consumed.partition(),
            consumed.offset()));
  }

  /** A delivery from a message, for whoever has messages from elsewhere. */
  public static Delivery read(
      FrameCodec codec, Message message, String topic, int partition, long offset) {
    try {
      return new Delivery(message, codec.decodeInfo(message), null, topic, partition, offset);
    } catch (MalformedMessageException e) {
      return new Delivery(message, null, e.getMessage(), topic, partition, offset);
    }
  }

  @Override
  public TypeInformation<Delivery> getProducedType() {
    return TypeInformation.of(Delivery.class);
  }
}
