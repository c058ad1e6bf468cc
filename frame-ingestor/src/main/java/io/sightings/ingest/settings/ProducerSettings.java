package io.sightings.ingest.settings;

import io.sightings.contract.security.KafkaSecurity;
import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Where frames go, and how long that may take.
 *
 * @param bootstrap host:port of a broker; several with commas
 * @param topic where frames go
 * @param createTopic whether the topic is created where it is missing
 * @param partitions of a topic created
 * @param maxMessageBytes largest record, headers included
 * @param inFlightBytes what may be on its way to the broker; a file waits for room
 * @param connectTimeout how long the broker is waited for at the start
 * @param deliveryTimeout how long no frame at all may arrive before the broker is given up
 * @param security how all Kafka clients connect
 * @param properties further properties of all Kafka clients; they win over security
 */
@RecordBuilder
public record ProducerSettings(
    String bootstrap,
    String topic,
    boolean createTopic,
    int partitions,
    int maxMessageBytes,
    int inFlightBytes,
    Duration connectTimeout,
    Duration deliveryTimeout,
    KafkaSecurity security,
    Map<String, String> properties)
    implements ProducerSettingsBuilder.With {

  public ProducerSettings {
    properties = properties == null ? Map.of() : Map.copyOf(properties);
    SettingChecks.notBlank("bootstrap", bootstrap);
    SettingChecks.notBlank("topic", topic);
    SettingChecks.range("partitions", partitions, 1, 10_000);
    SettingChecks.range("maxMessageBytes", maxMessageBytes, 1 << 20, 256 << 20);
    SettingChecks.range("inFlightBytes", inFlightBytes, 1 << 20, 1 << 30);
    SettingChecks.that(
        connectTimeout.toMillis() >= 100, "connectTimeout", connectTimeout, "100ms or more");
    SettingChecks.that(
        deliveryTimeout.toMillis() >= 100, "deliveryTimeout", deliveryTimeout, "100ms or more");
  }

  public static ProducerSettings defaults() {
    return new ProducerSettings(
        "localhost:9092",
        "frames",
        true,
        4,
        9 << 20,
        64 << 20,
        Duration.ofSeconds(10),
        Duration.ofMinutes(2),
        KafkaSecurity.none(),
        Map.of());
  }

  /** What every client needs to know to connect. */
  public Map<String, String> clientProperties() {
    Map<String, String> all = new HashMap<>(security.clientProperties());
    all.putAll(properties);
    all.put("bootstrap.servers", bootstrap);
    return all;
  }

  @Override
  public String toString() {
    // Further properties may hold passwords.
    return "KafkaSettings[bootstrap=%s, topic=%s, security=%s, properties=%s]"
        .formatted(bootstrap, topic, security, properties.keySet());
  }
}
