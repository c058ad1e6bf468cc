package io.sightings.ingest.publish;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BATCH_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BUFFER_MEMORY_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.METADATA_MAX_IDLE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG;

import io.sightings.ingest.settings.ProducerSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The clients' properties. What the user sets wins, but for what order and safety rest on. */
final class KafkaProperties {
  private static final int REQUEST_MILLIS = 30_000;
  private static final int BATCH_BYTES = 512 << 10;
  private static final long SETUP_MILLIS = 10_000;

  /** A broker that refuses its clients is not to be asked each second for months. */
  private static final long RECONNECT_MILLIS = 5_000;

  /** Files, uploads and cameras: none takes more than files may. */
  private static final long LANES = 3;

  private static final long MIN_LANE = 16 << 20;

  private KafkaProperties() {}

  /** Of a run, which fails when Kafka is away for too long. */
  static Map<String, Object> run(ProducerSettings settings) {
    Map<String, Object> properties = producer(settings);
    properties.put(MAX_BLOCK_MS_CONFIG, settings.deliveryTimeout().toMillis());
    // The bound is ProducerShare's; the producer's own is a little wider, so that it never decides.
    properties.put(
        BUFFER_MEMORY_CONFIG, settings.inFlightBytes() + 2L * settings.maxMessageBytes());
    return properties;
  }

  /** Of a service, which waits. */
  static Map<String, Object> service(ProducerSettings settings) {
    Map<String, Object> properties = producer(settings);
    properties.put(MAX_BLOCK_MS_CONFIG, ProducerShare.FOREVER.toMillis());
    // A topic forgotten while nothing could be sent would have to be asked for while frames wait.
    properties.put(METADATA_MAX_IDLE_CONFIG, ProducerShare.FOREVER.toMillis());
    // A machine that has vanished does not answer at all, and is asked again soon.
    properties.putIfAbsent(SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, SETUP_MILLIS);
    properties.putIfAbsent(RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS);
    // Those who fill the lanes are bounded there. What frames take in batches may be nearly twice
    // their size, and if this bound decided, files would keep cameras waiting.
    properties.put(BUFFER_MEMORY_CONFIG, 2 * LANES * Math.max(settings.inFlightBytes(), MIN_LANE));
    return properties;
  }

  private static Map<String, Object> producer(ProducerSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    // A frame does not wait for company; those that come while a request is out go together.
    properties.put(LINGER_MS_CONFIG, 0);
    properties.put(BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.put(REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    properties.putAll(settings.clientProperties());
    properties.put(ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ACKS_CONFIG, "all");
    // A partition that knows nothing of this producer takes any sequence number for the first. With
    // more than one request out, a new topic could take the second and refuse the first for ever.
    properties.put(MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    // A frame that expired by itself would leave a gap behind which others arrive: giving up is
    // ProducerShare's, and for all frames at once.
    properties.put(DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    // JPEG does not get smaller.
    properties.put(COMPRESSION_TYPE_CONFIG, "none");
    properties.put(MAX_REQUEST_SIZE_CONFIG, settings.maxMessageBytes());
    return properties;
  }

  /** For a client that polls for years. */
  static Map<String, Object> health(ProducerSettings settings) {
    Map<String, Object> properties = admin(settings);
    properties.putIfAbsent(RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS);
    return properties;
  }

  static Map<String, Object> admin(ProducerSettings settings) {
    int timeout = (int) settings.connectTimeout().toMillis();
    Map<String, Object> properties = new HashMap<>(settings.clientProperties());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    return properties;
  }
}
