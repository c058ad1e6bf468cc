package io.sightings.job.admit;

import io.sightings.contract.FrameInfo;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.FrameCodec;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.ReplayedFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the headers only. Runs in the fetcher's thread, so it must not throw for bad records. */
public final class DeliverySchema implements KafkaRecordDeserializationSchema<FrameRecord> {
  private static final long serialVersionUID = 1L;

  private transient FrameCodec codec;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> consumed, Collector<FrameRecord> out) {
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

  /** A delivery from a message, for messages that another reader decoded. */
  public static FrameRecord read(
      FrameCodec codec, KafkaMessage message, String topic, int partition, long offset) {
    try {
      FrameInfo info = codec.decodeInfo(message);
      boolean replayed = ReplayedFrame.rejection(message) != null;
      return new FrameRecord(
          message, replayed ? asPhoto(info) : info, null, topic, partition, offset);
    } catch (MalformedMessageException e) {
      return new FrameRecord(message, null, e.getMessage(), topic, partition, offset);
    }
  }

  /**
   * A frame that comes again long after its time is judged by itself: the visits of its time are
   * over, and those of now must not be taken back to it.
   */
  private static FrameInfo asPhoto(FrameInfo info) {
    SourceInfo source = info.source();
    return new FrameInfo(
        info.type(),
        new SourceInfo(source.id(), SourceKind.IMAGE, source.location(), source.labels()),
        info.epoch(),
        info.sequence(),
        info.capturedAt(),
        info.contentType(),
        info.width(),
        info.height(),
        info.subject(),
        info.clock(),
        info.blindFrom());
  }

  @Override
  public TypeInformation<FrameRecord> getProducedType() {
    return TypeInformation.of(FrameRecord.class);
  }
}
