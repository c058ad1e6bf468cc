package io.sightings.ingest.publish;

import io.sightings.contract.Frame;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.contract.settings.DurationText;
import io.sightings.ingest.settings.ProducerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One producer for all sources. Safe for use by many threads. */
public final class FramePublisher implements AutoCloseable {
  /** A caller that wants all frames to arrive waits for them before closing. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final TypedTopic<Frame> topic;
  private final String bootstrap;
  private final CountDownLatch opened;
  private volatile long lastArrival = System.nanoTime();

  /**
   * @param isOpen whether the topic is known to be as it has to be
   */
  FramePublisher(Producer<byte[], byte[]> producer, ProducerSettings settings, boolean isOpen) {
    this.producer = producer;
    topic = SightingsTopics.FRAMES.named(settings.topic());
    bootstrap = settings.bootstrap();
    opened = new CountDownLatch(isOpen ? 0 : 1);
  }

  /**
   * For one run, whose end it is when Kafka is away for too long. That the broker is there is
   * {@link FramesTopic}'s to find out.
   *
   * @throws PublishException if the settings do not make a producer
   */
  public static FramePublisher connect(ProducerSettings settings) throws PublishException {
    return new FramePublisher(producer(settings, KafkaProperties.run(settings)), settings, true);
  }

  /**
   * For a service, whose files wait for Kafka however long it is away. Nothing is sent before it is
   * opened: the first frame could create the topic, and with the wrong limits.
   *
   * @throws PublishException if the settings do not make a producer
   */
  static FramePublisher connectLater(ProducerSettings settings) throws PublishException {
    return new FramePublisher(
        producer(settings, KafkaProperties.service(settings)), settings, false);
  }

  private static Producer<byte[], byte[]> producer(
      ProducerSettings settings, Map<String, Object> properties) throws PublishException {
    try {
      return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw PublishException.unusable(settings, e);
    }
  }

  /**
   * A share of this producer.
   *
   * @param bytes that may be in flight at once
   * @param timeout how long nothing may arrive before the broker is given up
   */
  public ProducerShare share(int bytes, Duration timeout) {
    return new ProducerShare(this, bytes, timeout);
  }

  String describe() {
    return "topic " + topic.name() + " at " + bootstrap;
  }

  /** The topic is as it has to be. */
  void open() {
    opened.countDown();
  }

  boolean isOpen() {
    return opened.getCount() == 0;
  }

  /**
   * Waits until frames can be sent.
   *
   * @throws PublishException if that takes too long
   */
  void awaitOpen(Duration patience) throws PublishException, InterruptedException {
    if (!opened.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new PublishException(
          "%s could not be used for %s".formatted(describe(), DurationText.format(patience)));
    }
  }

  /** Since when no frame has arrived. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastArrival);
  }

  /**
   * Hands a frame to the producer, with no bound of its own.
   *
   * @throws PublishException if this publisher is closed
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback says what the future would.
  void send(Frame frame, Callback callback) throws PublishException, InterruptedException {
    try {
      producer.send(
          KafkaMessages.to(topic, frame),
          (metadata, failure) -> {
            if (failure == null) {
              lastArrival = System.nanoTime();
            }
            callback.onCompletion(metadata, failure);
          });
    } catch (IllegalStateException e) {
      throw new PublishException("the ingestor is being stopped", e);
    } catch (InterruptException e) {
      // The producer has set the flag again; the exception says it as well.
      Thread.interrupted();
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
