package io.sightings.ingest.publish;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BUFFER_MEMORY_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;

import io.sightings.ingest.settings.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The clients' properties. What the user sets wins, but for what order and safety rest on. */
final class KafkaProperties {
  private static final int LONGEST_REQUEST_MILLIS = 30_000;

  private KafkaProperties() {}

  static Map<String, Object> producer(KafkaSettings settings) {
    int delivery = (int) settings.deliveryTimeout().toMillis();
    Map<String, Object> properties = new HashMap<>();
    // A frame is a batch of its own, so that there is nothing to wait for.
    properties.put(LINGER_MS_CONFIG, 0);
    properties.put(REQUEST_TIMEOUT_MS_CONFIG, Math.min(LONGEST_REQUEST_MILLIS, delivery));
    properties.put(DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    properties.put(MAX_BLOCK_MS_CONFIG, delivery);
    properties.putAll(settings.properties());
    properties.put(BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
    properties.put(ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ACKS_CONFIG, "all");
    // JPEG does not get smaller.
    properties.put(COMPRESSION_TYPE_CONFIG, "none");
    properties.put(MAX_REQUEST_SIZE_CONFIG, settings.maxMessageBytes());
    // The bound is InFlight's; the producer's own is a little wider, so that it never decides.
    properties.put(
        BUFFER_MEMORY_CONFIG, settings.inFlightBytes() + 2L * settings.maxMessageBytes());
    return properties;
  }

  static Map<String, Object> admin(KafkaSettings settings) {
    int timeout = (int) settings.connectTimeout().toMillis();
    Map<String, Object> properties = new HashMap<>(settings.properties());
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    return properties;
  }
}
