package io.sightings.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.security.KafkaSecurity;
import io.sightings.contract.settings.SettingsException;
import io.sightings.job.settings.KafkaSettings;
import io.sightings.job.settings.KafkaSettings.TopicNames;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked of Kafka before the job is submitted. */
class KafkaPreflightIT {
  /** A broker's own default, transaction.max.timeout.ms. */
  private static final Duration MAX_TIMEOUT = Duration.ofMinutes(15);

  private static TestKafka broker;
  private static TopicNames topics;

  @BeforeAll
  static void start() throws Exception {
    broker = TestKafka.start();
    topics = OwnTopics.create(broker, "preflight");
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void transactionsAsLongAsTheBrokerAllowsAreAccepted() {
    assertThatCode(() -> KafkaPreflight.check(settings(topics, MAX_TIMEOUT), true))
        .doesNotThrowAnyException();
  }

  @Test
  void longerTransactionsAreRefusedWithBothTimesAndTheBrokersSetting() {
    assertThatThrownBy(
            () -> KafkaPreflight.check(settings(topics, MAX_TIMEOUT.plusSeconds(1)), true))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(
            "kafka.transactionTimeout is 901 s", "900 s", "transaction.max.timeout.ms");
  }

  @Test
  void aTopicThatIsNotThereIsNamed() {
    TopicNames other =
        new TopicNames(
            topics.frames(),
            "nowhere",
            topics.alerts(),
            topics.rejected(),
            topics.people(),
            topics.attempts());

    assertThatThrownBy(() -> KafkaPreflight.check(settings(other, MAX_TIMEOUT), true))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void theTopicForAttemptsIsNeededOnlyWhereAttemptsAreCounted() {
    TopicNames without =
        new TopicNames(
            topics.frames(),
            topics.sightings(),
            topics.alerts(),
            topics.rejected(),
            topics.people(),
            "uncounted");

    assertThatCode(() -> KafkaPreflight.check(settings(without, MAX_TIMEOUT), false))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> KafkaPreflight.check(settings(without, MAX_TIMEOUT), true))
        .hasMessageContainingAll("uncounted", "sightings topics");
  }

  private static KafkaSettings settings(TopicNames names, Duration transactions) {
    return new KafkaSettings(
        broker.bootstrap(),
        "preflight",
        names,
        "preflight",
        transactions,
        KafkaSecurity.none(),
        Map.of());
  }
}
