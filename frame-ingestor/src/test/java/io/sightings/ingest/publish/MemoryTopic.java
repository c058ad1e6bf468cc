package io.sightings.ingest.publish;

import io.sightings.contract.Frame;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.ProducerSettings;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic in memory, by the Kafka client's own stand-in for a broker. */
public final class MemoryTopic {
  private static final ProducerSettings KAFKA = IngestorSettings.defaults().kafka();

  private final MockProducer<byte[], byte[]> producer;
  private final FramePublisher publisher;

  private MemoryTopic(MockProducer<byte[], byte[]> producer) {
    this.producer = producer;
    publisher = new FramePublisher(producer, KAFKA, true);
  }

  /** Does what the producer does. */
  public static MemoryTopic of(MockProducer<byte[], byte[]> producer) {
    return new MemoryTopic(producer);
  }

  public static MemoryTopic prompt() {
    return of(producer(true));
  }

  /** Takes frames only when it is told to. */
  public static MemoryTopic slow() {
    return of(producer(false));
  }

  private static MockProducer<byte[], byte[]> producer(boolean prompt) {
    return new MockProducer<>(prompt, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  public ProducerShare share() {
    return publisher.share(KAFKA.inFlightBytes(), ProducerShare.FOREVER);
  }

  /** Takes so many frames of those that have been sent. */
  public void take(int frames) {
    for (int i = 0; i < frames; i++) {
      producer.completeNext();
    }
  }

  /** Refuses the next frame. */
  public void refuse(RuntimeException why) {
    producer.errorNext(why);
  }

  /** All frames that have been sent. */
  public List<Frame> frames() {
    return producer.history().stream().map(MemoryTopic::frame).toList();
  }

  public List<String> ids() {
    return frames().stream().map(frame -> frame.info().id()).toList();
  }

  public static Frame frame(ProducerRecord<byte[], byte[]> sent) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            sent.topic(),
            0,
            0,
            sent.timestamp() == null ? -1 : sent.timestamp(),
            TimestampType.CREATE_TIME,
            0,
            0,
            sent.key(),
            sent.value(),
            sent.headers(),
            Optional.empty());
    try {
      return SightingsTopics.FRAMES.codec().decode(KafkaMessages.from(record));
    } catch (MalformedMessageException e) {
      throw new AssertionError("no frame", e);
    }
  }
}
