package io.sightings.job;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.sightings.contract.security.AccessRefusal;
import io.sightings.contract.settings.SettingsException;
import io.sightings.job.settings.KafkaSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka before the job starts. A wrong password found by a running job would be a failure like
 * any other, and tried again for ever.
 */
final class KafkaPreflight {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaPreflight.class);
  private static final int TIMEOUT_MILLIS = 10_000;

  /** A topic made a moment ago is not known to every broker at once. */
  private static final Duration PROPAGATION = Duration.ofSeconds(5);

  private static final int LOOK_AGAIN_MILLIS = 100;
  private static final DescribeTopicsOptions WITH_OPERATIONS =
      new DescribeTopicsOptions().includeAuthorizedOperations(true);

  private final KafkaSettings kafka;
  private final Map<String, Set<AclOperation>> topics = new LinkedHashMap<>();

  private KafkaPreflight(KafkaSettings kafka, boolean attempts) {
    this.kafka = kafka;
    KafkaSettings.TopicNames names = kafka.topics();
    topics.put(names.frames(), Set.of(READ));
    topics.put(names.people(), Set.of(READ));
    topics.put(names.sightings(), Set.of(WRITE));
    topics.put(names.alerts(), Set.of(WRITE));
    topics.put(names.rejected(), Set.of(WRITE));
    if (attempts) {
      topics.put(names.attempts(), Set.of(READ, WRITE));
    }
  }

  /**
   * @param attempts whether the topic for attempts is needed
   * @throws SettingsException if Kafka refuses this client, lacks a topic, grants too few rights,
   *     or allows no transactions of that length
   */
  static void check(KafkaSettings kafka, boolean attempts) throws InterruptedException {
    new KafkaPreflight(kafka, attempts).check();
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
      requireOperations(describeTopics(admin));
      requireGroupAndTransactions(admin);
      TransactionLimit.check(admin, kafka.transactionTimeout());
    } catch (ExecutionException e) {
      Optional<String> refused = refusal(e.getCause());
      if (refused.isPresent()) {
        throw new SettingsException(refused.get(), e);
      }
      // The submitting machine need not reach what the cluster reaches.
      LOG.warn(
          "Kafka at {} could not be asked from here ({}); the job is started all the same.",
          kafka.bootstrap(),
          e.getCause().getMessage());
      admin.close(Duration.ZERO);
    }
  }

  private Map<String, TopicDescription> describeTopics(Admin admin)
      throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + PROPAGATION.toNanos();
    while (true) {
      try {
        return admin.describeTopics(topics.keySet(), WITH_OPERATIONS).allTopicNames().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        if (System.nanoTime() > end) {
          throw new SettingsException(
              "Kafka at %s lacks a topic of %s: create them with `sightings topics`"
                  .formatted(kafka.bootstrap(), topics.keySet()),
              e);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }
  }

  /** A topic is described to a client with any right to it. */
  private void requireOperations(Map<String, TopicDescription> described) {
    topics.forEach(
        (topic, needed) -> {
          Set<AclOperation> granted = described.get(topic).authorizedOperations();
          // Null where the broker does not say.
          if (granted != null && !granted.containsAll(needed)) {
            throw new SettingsException(
                "Kafka at %s does not let the user %s do this (topic %s needs %s): let it be granted."
                    .formatted(kafka.bootstrap(), kafka.security().username(), topic, needed));
          }
        });
  }

  private void requireGroupAndTransactions(Admin admin)
      throws ExecutionException, InterruptedException {
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

  private Optional<String> refusal(@Nullable Throwable failure) {
    return AccessRefusal.in(failure, kafka.bootstrap(), kafka.security()).map(AccessRefusal::text);
  }
}
