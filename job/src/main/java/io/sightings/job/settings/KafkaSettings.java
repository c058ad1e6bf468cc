package io.sightings.job.settings;

import io.sightings.contract.security.KafkaSecurity;
import io.sightings.contract.settings.Check;
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
public record KafkaSettings(
    String bootstrap,
    String group,
    TopicNames topics,
    String transactionPrefix,
    Duration transactionTimeout,
    KafkaSecurity security,
    Map<String, String> properties)
    implements Serializable {

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
      Check.notBlank("frames", frames);
      Check.notBlank("sightings", sightings);
      Check.notBlank("alerts", alerts);
      Check.notBlank("rejected", rejected);
      Check.notBlank("people", people);
      Check.notBlank("attempts", attempts);
    }
  }

  public KafkaSettings {
    Check.notBlank("bootstrap", bootstrap);
    Check.notBlank("group", group);
    Check.notBlank("transactionPrefix", transactionPrefix);
    Check.that(
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

  public KafkaSettings withBootstrap(String other) {
    return new KafkaSettings(
        other, group, topics, transactionPrefix, transactionTimeout, security, properties);
  }

  public KafkaSettings withSecurity(KafkaSecurity other) {
    return new KafkaSettings(
        bootstrap, group, topics, transactionPrefix, transactionTimeout, other, properties);
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
