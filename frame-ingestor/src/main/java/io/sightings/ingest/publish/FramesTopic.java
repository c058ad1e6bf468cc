package io.sightings.ingest.publish;

import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

import io.sightings.ingest.settings.ProducerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic of frames, as it has to be before the first frame is sent. */
public final class FramesTopic {
  private static final Duration PROPAGATION = Duration.ofSeconds(10);
  private static final int LOOK_AGAIN_MILLIS = 50;

  private final ProducerSettings settings;

  public FramesTopic(ProducerSettings settings) {
    this.settings = settings;
  }

  /**
   * Finds the topic, or creates it.
   *
   * @return the largest record it takes, in bytes
   * @throws PublishException if the broker cannot be reached, or the topic is missing or too narrow
   */
  public int ensure() throws PublishException, InterruptedException {
    try (Admin admin = Admin.create(KafkaProperties.admin(settings))) {
      if (isMissing(admin)) {
        create(admin);
      }
      int limit = limitOnceKnown(admin);
      if (limit < settings.maxMessageBytes()) {
        throw new PublishException(
            ("Topic %s takes records of at most %d bytes, which is less than kafka.maxMessageBytes"
                    + " (%d): raise its max.message.bytes, or lower kafka.maxMessageBytes and"
                    + " image.maxBytes.")
                .formatted(settings.topic(), limit, settings.maxMessageBytes()));
      }
      return limit;
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private boolean isMissing(Admin admin) throws PublishException, InterruptedException {
    try {
      get(admin.describeTopics(List.of(settings.topic())).allTopicNames());
      return false;
    } catch (UnknownTopicOrPartitionException e) {
      if (!settings.createTopic()) {
        throw new PublishException(
            ("Topic %s does not exist at %s: create it with max.message.bytes=%d, or set"
                    + " kafka.createTopic to true.")
                .formatted(settings.topic(), settings.bootstrap(), settings.maxMessageBytes()),
            e);
      }
      return true;
    }
  }

  private void create(Admin admin) throws PublishException, InterruptedException {
    NewTopic topic =
        new NewTopic(settings.topic(), Optional.of(settings.partitions()), Optional.empty())
            .configs(
                Map.of(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(settings.maxMessageBytes())));
    try {
      get(admin.createTopics(List.of(topic)).all());
    } catch (TopicExistsException e) {
      // Another ingestor was quicker; what it has created is checked like any other.
      return;
    }
  }

  /** A topic made a moment ago is not known to every broker at once. */
  private int limitOnceKnown(Admin admin) throws PublishException, InterruptedException {
    long end = System.nanoTime() + PROPAGATION.toNanos();
    while (true) {
      try {
        return limit(admin);
      } catch (UnknownTopicOrPartitionException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }
  }

  private int limit(Admin admin) throws PublishException, InterruptedException {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
    Config config = get(admin.describeConfigs(List.of(topic)).all()).values().iterator().next();
    return Integer.parseInt(config.get(MAX_MESSAGE_BYTES_CONFIG).value());
  }

  private <T> T get(KafkaFuture<T> answer) throws PublishException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException timeout) {
        throw unreachable(timeout);
      }
      if (e.getCause() instanceof KafkaException refused) {
        throw refused;
      }
      throw new PublishException("Kafka at " + settings.bootstrap() + " failed: " + e, e);
    }
  }

  private PublishException unreachable(KafkaException e) {
    if (e instanceof TimeoutException && PublishException.refusal(settings, e).isEmpty()) {
      return new PublishException(
          "Kafka at %s is not reachable: start it, or set kafka.bootstrap."
              .formatted(settings.bootstrap()),
          e);
    }
    return PublishException.unusable(settings, e);
  }
}
