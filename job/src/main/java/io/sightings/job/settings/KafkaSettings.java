package io.sightings.job.settings;

import io.sightings.contract.security.KafkaSecurity;
import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * @param bootstrap host:port, several with commas
 * @param group consumer group under which progress is shown in Kafka; truth is in checkpoints
 * @param topics names of the topics
 * @param transactionPrefix unique for this job on this Kafka, and never changed
 * @param transactionTimeout how long a recovery may take before results are lost; the broker's
 *     transaction.max.timeout.ms must allow it
 * @param security how all Kafka clients connect
 * @param properties further properties of all Kafka clients; they win over security
 */
@RecordBuilder
public record KafkaSettings(
    String bootstrap,
    String group,
    TopicNames topics,
    String transactionPrefix,
    Duration transactionTimeout,
    KafkaSecurity security,
    Map<String, String> properties)
    implements Serializable, KafkaSettingsBuilder.With {

  /** Names of the topics. */
  public record TopicNames(
      String frames,
      String sightings,
      String alerts,
      String rejected,
      String people,
      String attempts)
      implements Serializable {
    public TopicNames {
      SettingChecks.notBlank("frames", frames);
      SettingChecks.notBlank("sightings", sightings);
      SettingChecks.notBlank("alerts", alerts);
      SettingChecks.notBlank("rejected", rejected);
      SettingChecks.notBlank("people", people);
      SettingChecks.notBlank("attempts", attempts);
    }
  }

  public KafkaSettings {
    SettingChecks.notBlank("bootstrap", bootstrap);
    SettingChecks.notBlank("group", group);
    SettingChecks.notBlank("transactionPrefix", transactionPrefix);
    SettingChecks.that(
        transactionTimeout.compareTo(Duration.ofSeconds(10)) >= 0,
        "transactionTimeout",
        transactionTimeout,
        "10s or more");
    properties = properties == null ? Map.of() : Map.copyOf(properties);
  }

  public static KafkaSettings defaults() {
    return new KafkaSettings(
        "localhost:9092",
        "sightings",
        new TopicNames(
            "frames", "sightings", "alerts", "frames.rejected", "people", "frames.attempts"),
        "sightings",
        Duration.ofMinutes(15),
        KafkaSecurity.none(),
        Map.of());
  }

  /** What every client of this job needs to know. */
  public Properties clientProperties() {
    Properties all = new Properties();
    all.putAll(security.clientProperties());
    all.putAll(properties);
    all.put("bootstrap.servers", bootstrap);
    return all;
  }

  @Override
  public String toString() {
    // Further properties may hold passwords.
    return "KafkaSettings[bootstrap=%s, group=%s, topics=%s, security=%s, properties=%s]"
        .formatted(bootstrap, group, topics, security, properties.keySet());
  }
}
