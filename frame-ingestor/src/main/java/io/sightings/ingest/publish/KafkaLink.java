package io.sightings.ingest.publish;

import io.sightings.ingest.settings.ProducerSettings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Kafka of an ingestor that runs for months: it waits for the broker, makes sure of the
 * topic, and knows whether what is sent would arrive. A broker that goes away is waited for.
 */
public final class KafkaLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaLink.class);
  private static final Duration CHECK = Duration.ofSeconds(2);

  /** Each check is a failed attempt to sign in, which some brokers count. */
  private static final Duration REFUSED_CHECK = Duration.ofSeconds(10);

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final ProducerSettings settings;
  private final FramePublisher publisher;
  private final TopicHealth health;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread watch = new Thread(this::watch, "kafka-link");
  private volatile @Nullable KafkaStatus trouble =
      KafkaStatus.passing("Kafka has not been reached yet");

  private KafkaLink(ProducerSettings settings) throws PublishException {
    this.settings = settings;
    publisher = FramePublisher.connectLater(settings);
    health = new TopicHealth(settings);
    watch.setDaemon(true);
  }

  /**
   * Returns at once, whether Kafka is there or not.
   *
   * @throws PublishException if the settings do not make a client
   */
  public static KafkaLink open(ProducerSettings settings) throws PublishException {
    KafkaLink link = new KafkaLink(settings);
    link.watch.start();
    return link;
  }

  /** Whose frames wait for Kafka. */
  public FramePublisher publisher() {
    return publisher;
  }

  /** Whether Kafka took what was sent a few seconds ago, or would have. */
  public boolean reachable() {
    return trouble == null;
  }

  /** Why Kafka cannot be used now, in a sentence. */
  public @Nullable String problem() {
    KafkaStatus now = trouble;
    return now == null ? null : now.text();
  }

  /**
   * Whether Kafka refuses this ingestor and has never taken anything from it: its settings are
   * wrong, and waiting does not mend them. Later refusals are waited out, as rights and passwords
   * may be mended at the broker.
   */
  public boolean refusedFromTheStart() {
    KafkaStatus now = trouble;
    return now != null && now.refused() && !publisher.isOpen();
  }

  private void watch() {
    try {
      Duration pause;
      do {
        KafkaStatus found = publisher.isOpen() ? check() : open();
        tell(found);
        pause = found != null && found.refused() ? REFUSED_CHECK : CHECK;
      } while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException closing) {
      LOG.debug("Interrupted, as the link is closed");
    }
  }

  private @Nullable KafkaStatus open() throws InterruptedException {
    try {
      new FramesTopic(settings).ensure();
      publisher.open();
      return null;
    } catch (PublishException e) {
      return e.trouble();
    }
  }

  private @Nullable KafkaStatus check() throws InterruptedException {
    return publisher.silence().compareTo(CHECK) < 0 ? null : health.trouble();
  }

  private void tell(@Nullable KafkaStatus found) {
    KafkaStatus before = trouble;
    trouble = found;
    if (found == null && before != null) {
      LOG.info("Kafka at {} takes frames", settings.bootstrap());
    } else if (found != null && !found.equals(before)) {
      LOG.warn("{} Until then frames wait.", found.text());
    }
  }

  /** What has been handed over is sent, as far as Kafka takes it within some seconds. */
  @Override
  public void close() {
    closed.countDown();
    watch.interrupt();
    try {
      watch.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    health.close();
    publisher.close();
  }
}
