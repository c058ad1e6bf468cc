package io.sightings.job.sink;

import io.sightings.contract.codec.Topic;
import io.sightings.job.settings.KafkaSettings;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/** The ways things leave for Kafka. */
public final class KafkaSinks {
  /** A rejected frame is as large as the frame was, and the verdict in its headers. */
  private static final int LARGEST_REQUEST = (9 << 20) + (64 << 10);

  private final KafkaSettings kafka;

  public KafkaSinks(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** Visible to read_committed readers with the checkpoint that covers them, and never twice. */
  public <T> Sink<T> exactlyOnce(Topic<T> topic) {
    Properties properties = producerProperties();
    properties.put("transaction.timeout.ms", String.valueOf(kafka.transactionTimeout().toMillis()));
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(properties)
            .setRecordSerializer(new TopicSerializer<>(topic))
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix(kafka.transactionPrefix() + "-" + topic.name())
            // Pooled ids would be kinder to the broker, but their writer never closes its admin
            // client: each restart would leave a thread, which may hold the job's class loader.
            .setTransactionNamingStrategy(TransactionNamingStrategy.INCREMENTING)
            .build();
    return new WatchedKafkaSink<>(sink, kafka.clientProperties());
  }

  /** At once, and after a crash perhaps again. */
  public <T> Sink<T> atLeastOnce(Topic<T> topic) {
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(producerProperties())
        .setRecordSerializer(new TopicSerializer<>(topic))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  private Properties producerProperties() {
    Properties properties = kafka.clientProperties();
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    // On a topic just created, a partition takes whichever of several requests comes first and
    // refuses those before it. Few records leave the job, so one at a time is enough.
    properties.put("max.in.flight.requests.per.connection", "1");
    // Whoever lets frames be larger says so here too.
    properties.putIfAbsent("max.request.size", String.valueOf(LARGEST_REQUEST));
    return properties;
  }
}
