package io.sightings.ingest.publish;

import io.sightings.contract.security.AccessRefusal;
import io.sightings.ingest.settings.ProducerSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks the broker whether the topic of frames can be written to. Of one thread. */
final class TopicHealth implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 3000;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final ProducerSettings settings;
  private Admin admin;
  private boolean refused;

  /**
   * @throws PublishException if the settings do not make a client
   */
  TopicHealth(ProducerSettings settings) throws PublishException {
    this.settings = settings;
    this.admin = open(settings);
  }

  private static Admin open(ProducerSettings settings) throws PublishException {
    try {
      return Admin.create(KafkaProperties.health(settings));
    } catch (KafkaException e) {
      throw PublishException.unusable(settings, e);
    }
  }

  /** Why the topic cannot be written to. */
  @Nullable KafkaStatus trouble() throws InterruptedException {
    try {
      if (refused) {
        // A client remembers its refusal for minutes, and its password for good.
        Admin other = open(settings);
        close();
        admin = other;
        refused = false;
      }
      Collection<TopicDescription> topics =
          admin
              .describeTopics(
                  List.of(settings.topic()), new DescribeTopicsOptions().timeoutMs(TIMEOUT_MILLIS))
              .allTopicNames()
              .get()
              .values();
      return topics.stream()
              .flatMap(topic -> topic.partitions().stream())
              .allMatch(TopicHealth::hasLeader)
          ? null
          : KafkaStatus.passing(
              "Topic %s at %s has a partition without a leader: mend the broker it was on."
                  .formatted(settings.topic(), settings.bootstrap()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return KafkaStatus.passing(
            "Topic %s at %s is gone: create it again, or start the ingestor again."
                .formatted(settings.topic(), settings.bootstrap()));
      }
      Optional<AccessRefusal> refusal = PublishException.refusal(settings, e);
      refused = refusal.isPresent();
      return refusal
          .map(why -> new KafkaStatus(why.text(), true))
          .orElseGet(
              () ->
                  KafkaStatus.passing(
                      "Kafka at %s is not reachable: start it.".formatted(settings.bootstrap())));
    } catch (PublishException e) {
      return e.trouble();
    }
  }

  private static boolean hasLeader(TopicPartitionInfo partition) {
    return partition.leader() != null && !partition.leader().isEmpty();
  }

  @Override
  public void close() {
    admin.close(CLOSE_TIMEOUT);
  }
}
