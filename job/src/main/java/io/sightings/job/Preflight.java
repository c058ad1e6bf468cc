package io.sightings.job;

import io.sightings.contract.security.Refusal;
import io.sightings.contract.settings.SettingsException;
import io.sightings.job.settings.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
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

  /** A topic made a moment ago is not known at once to whichever broker is asked. */
  private static final Duration PROPAGATION = Duration.ofSeconds(5);

  private static final int LOOK_AGAIN_MILLIS = 100;

  private final KafkaSettings kafka;
  private final List<String> topics;

  private Preflight(KafkaSettings kafka, boolean attempts) {
    this.kafka = kafka;
    KafkaSettings.TopicNames names = kafka.topics();
    List<String> needed =
        List.of(
            names.frames(), names.sightings(), names.alerts(), names.rejected(), names.people());
    topics =
        attempts ? Stream.concat(needed.stream(), Stream.of(names.attempts())).toList() : needed;
  }

  /**
   * @param attempts whether the topic for attempts is needed
   * @throws SettingsException if Kafka refuses this client, lacks a topic, grants too few rights,
   *     or allows no transactions of that length
   */
  static void check(KafkaSettings kafka, boolean attempts) throws InterruptedException {
    new Preflight(kafka, attempts).check();
  }

  private void check() throws InterruptedException {
    Properties properties = kafka.clientProperties();
    properties.put("default.api.timeout.ms", String.valueOf(TIMEOUT_MILLIS));
    properties.put("request.timeout.ms", String.valueOf(TIMEOUT_MILLIS));
    try (Admin admin = Admin.create(properties)) {
      ask(admin);
    } catch (KafkaException e) {
      throw new SettingsException(
          refusal(e).orElse("Kafka at " + kafka.bootstrap() + " cannot be used: " + e), e);
    }
  }

  private void ask(Admin admin) throws InterruptedException {
    try {
      requireTopics(admin);
      requireRights(admin);
      TransactionLimit.check(admin, kafka.transactionTimeout());
    } catch (ExecutionException e) {
      Optional<String> refused = refusal(e.getCause());
      if (refused.isPresent()) {
        throw new SettingsException(refused.get(), e);
      }
      // Whoever submits a job need not reach what the cluster reaches.
      LOG.warn(
          "Kafka at {} could not be asked from here ({}); the job is started all the same.",
          kafka.bootstrap(),
          e.getCause().getMessage());
      admin.close(Duration.ZERO);
    }
  }

  private void requireTopics(Admin admin) throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + PROPAGATION.toNanos();
    while (true) {
      try {
        admin.describeTopics(topics).allTopicNames().get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        if (System.nanoTime() > end) {
          throw new SettingsException(
              "Kafka at %s lacks a topic of %s: create them with `sightings topics`"
                  .formatted(kafka.bootstrap(), topics),
              e);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }
  }

  /**
   * Topics are known to those who may read or write them; groups and transactions are not named.
   */
  private void requireRights(Admin admin) throws ExecutionException, InterruptedException {
    admin.listConsumerGroupOffsets(kafka.group()).partitionsToOffsetAndMetadata().get();
    String transaction = kafka.transactionPrefix() + "-" + kafka.topics().sightings();
    try {
      admin.describeTransactions(List.of(transaction)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TransactionalIdNotFoundException)) {
        throw e;
      }
    }
  }

  private Optional<String> refusal(Throwable failure) {
    return Refusal.in(failure, kafka.bootstrap(), kafka.security()).map(Refusal::text);
  }
}
