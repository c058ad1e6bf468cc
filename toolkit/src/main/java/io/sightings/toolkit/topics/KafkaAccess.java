package io.sightings.toolkit.topics;

import io.sightings.contract.security.AccessRefusal;
import io.sightings.contract.security.KafkaSecurity;
import io.sightings.contract.security.SecurityProtocol;
import io.sightings.kafka.TopicPlan;
import io.sightings.toolkit.console.CommandFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A Kafka broker and the clients for it.
 *
 * @param bootstrap host:port, or several with commas between them
 * @param security how clients connect
 * @param properties further properties of clients; they win over security
 */
public record KafkaAccess(
    String bootstrap, KafkaSecurity security, Map<String, String> properties) {
  /** How long a broker may take to answer before it counts as unreachable. */
  private static final int PATIENCE_SECONDS = 8;

  /** One that wants neither encryption nor a name. */
  public KafkaAccess(String bootstrap) {
    this(bootstrap, KafkaSecurity.none(), Map.of());
  }

  /**
   * @throws CommandFailure if no broker answers: one line now instead of a client that retries for
   *     minutes
   */
  public void requireAnswer() {
    Admin admin = create();
    try {
      admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    } catch (ExecutionException | TimeoutException e) {
      throw unreachable(e);
    } finally {
      // Without a limit, closing waits for the answer that does not come.
      admin.close(Duration.ZERO);
    }
  }

  private CommandFailure unreachable(Exception cause) {
    Optional<AccessRefusal> refusal = AccessRefusal.in(cause, bootstrap, security);
    if (refusal.isPresent()) {
      return CommandFailure.environment(refusal.get().text(), cause);
    }
    return CommandFailure.environment(
        "No Kafka broker answers at "
            + bootstrap
            + ": start it, or name another with --bootstrap HOST:PORT or"
            + " SIGHTINGS_KAFKA_BOOTSTRAP; where it wants TLS or a password, name --kafka-config FILE"
            + " with kafka.security.",
        cause);
  }

  private Admin create() {
    try {
      return admin();
    } catch (KafkaException e) {
      throw e.getCause() instanceof ConfigException
              && security.protocol() == SecurityProtocol.PLAINTEXT
          ? CommandFailure.usage(
              "--bootstrap " + bootstrap + ": expected HOST:PORT of a host that is known.")
          : unreachable(e);
    }
  }

  public Admin admin() {
    Map<String, Object> settings = clientProperties();
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2 * PATIENCE_SECONDS * 1000);
    return Admin.create(settings);
  }

  /** A consumer that belongs to no group and sees committed records only. */
  public KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = clientProperties();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer whose records are safe once acknowledged. */
  public KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = clientProperties();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // On a topic just created, a partition takes the first of several requests and
    // refuses those before it.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    // A frame of 8 MiB and its headers.
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicPlan.MAX_MESSAGE_BYTES);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2L * PATIENCE_SECONDS * 1000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private Map<String, Object> clientProperties() {
    Map<String, Object> settings = new HashMap<>(security.clientProperties());
    settings.putAll(properties);
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return settings;
  }
}
