package io.sightings.job;

import io.sightings.contract.security.Refusal;
import io.sightings.contract.settings.SettingsException;
import io.sightings.job.settings.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka before the job starts. A wrong password found by a running job would be a failure like
 * any other, and tried again for ever.
 */
final class Preflight {
  private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);
  private static final int TIMEOUT_MILLIS = 10_000;

  private Preflight() {}

  /**
   * @throws SettingsException if Kafka refuses this client, or has not the topics
   */
  static void check(KafkaSettings kafka) throws InterruptedException {
    Properties properties = kafka.clientProperties();
    properties.put("default.api.timeout.ms", String.valueOf(TIMEOUT_MILLIS));
    properties.put("request.timeout.ms", String.valueOf(TIMEOUT_MILLIS));
    KafkaSettings.TopicNames topics = kafka.topics();
    List<String> names =
        List.of(
            topics.frames(),
            topics.sightings(),
            topics.alerts(),
            topics.rejected(),
            topics.people());
    try (Admin admin = Admin.create(properties)) {
      ask(admin, kafka, names);
    } catch (KafkaException e) {
      throw new SettingsException(
          refusal(e, kafka).orElse("Kafka at " + kafka.bootstrap() + " cannot be used: " + e), e);
    }
  }

  private static void ask(Admin admin, KafkaSettings kafka, List<String> names)
      throws InterruptedException {
    try {
      admin.describeTopics(names).allTopicNames().get();
    } catch (ExecutionException e) {
      Optional<String> refused = refusal(e.getCause(), kafka);
      if (refused.isPresent()) {
        throw new SettingsException(refused.get(), e);
      }
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new SettingsException(
            "Kafka at %s lacks a topic of %s: create them with `sightings topics`"
                .formatted(kafka.bootstrap(), names),
            e);
      }
      // Whoever submits a job need not reach what the cluster reaches.
      LOG.warn(
          "Kafka at {} could not be asked from here ({}); the job is started all the same.",
          kafka.bootstrap(),
          e.getCause().getMessage());
      admin.close(Duration.ZERO);
    }
  }

  private static Optional<String> refusal(Throwable failure, KafkaSettings kafka) {
    return Refusal.in(failure, kafka.bootstrap(), kafka.security()).map(Refusal::text);
  }
}
