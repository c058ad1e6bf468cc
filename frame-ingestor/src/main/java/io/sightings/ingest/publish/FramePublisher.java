package io.sightings.ingest.publish;

import io.sightings.contract.Frame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.Topic;
import io.sightings.contract.codec.Topics;
import io.sightings.ingest.settings.KafkaSettings;
import java.time.Duration;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One producer for all sources. Safe for use by many threads. */
public final class FramePublisher implements AutoCloseable {
  /** Whoever wants all frames to arrive waits for them before closing. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final Topic<Frame> topic;
  private final Lane files;
  private final String bootstrap;

  FramePublisher(Producer<byte[], byte[]> producer, KafkaSettings settings) {
    this.producer = producer;
    topic = Topics.FRAMES.named(settings.topic());
    files = lane(settings.inFlightBytes(), settings.deliveryTimeout());
    bootstrap = settings.bootstrap();
  }

  /**
   * Makes the producer; that it reaches the broker is {@link FramesTopic}'s to find out.
   *
   * @throws PublishException if the settings do not make a producer
   */
  public static FramePublisher connect(KafkaSettings settings) throws PublishException {
    try {
      return new FramePublisher(
          new KafkaProducer<>(
              KafkaProperties.producer(settings),
              new ByteArraySerializer(),
              new ByteArraySerializer()),
          settings);
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new PublishException(
          "Kafka at " + settings.bootstrap() + " cannot be used: " + cause.getMessage(), e);
    }
  }

  /**
   * A share of the way to Kafka.
   *
   * @param bytes that may be on their way at once
   * @param patience how long nothing may arrive before the broker is given up
   */
  public Lane lane(int bytes, Duration patience) {
    return new Lane(this, new InFlight(bytes, patience));
  }

  /** Starts a run of a source that is read from files: its frames are counted from 0. */
  public SourcePublisher source(SourceInfo source, String epoch) {
    return files.source(source, epoch);
  }

  String describe() {
    return "topic " + topic.name() + " at " + bootstrap;
  }

  /** Hands a frame to the producer, with no bound of its own. */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback says what the future would.
  void send(Frame frame, Callback callback) throws InterruptedException {
    try {
      producer.send(KafkaMessages.to(topic, frame), callback);
    } catch (InterruptException e) {
      InterruptedException interrupted = new InterruptedException("interrupted while sending");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
