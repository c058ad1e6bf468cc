package io.sightings.job.sink;

import io.sightings.contract.Alert;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.job.settings.KafkaSettings;
import java.util.Properties;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/** The ways things leave for Kafka. */
public final class KafkaSinks {
  /** A rejected frame is as large as the frame was, and the verdict in its headers. */
  private static final int LARGEST_REQUEST = (9 << 20) + (64 << 10);

  /** Kafka's default for a topic. */
  private static final int DEFAULT_RECORD = 1_048_588;

  private final KafkaSettings kafka;

  public KafkaSinks(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** For the files: closed sightings as the topic takes them. */
  public FlatMapFunction<Sighting, Sighting> closed(TypedTopic<Sighting> topic) {
    return new ClosedSightings(topic, producerProperties(), DEFAULT_RECORD);
  }

  /** Visible to read_committed readers with the checkpoint that covers them, and never twice. */
  public Sink<Sighting> sightings(TypedTopic<Sighting> topic) {
    Properties properties = producerProperties();
    properties.put("transaction.timeout.ms", String.valueOf(kafka.transactionTimeout().toMillis()));
    KafkaSink<Sighting> sink =
        KafkaSink.<Sighting>builder()
            .setKafkaProducerConfig(properties)
            .setRecordSerializer(
                new TopicSerializer<>(
                    topic, RecordReductions.ofSightings(), producerProperties(), DEFAULT_RECORD))
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix(kafka.transactionPrefix() + "-" + topic.name())
            // Pooled ids would be kinder to the broker, but their writer never closes its admin
            // client: each restart would leave a thread, which may hold the job's class loader.
            .setTransactionNamingStrategy(TransactionNamingStrategy.INCREMENTING)
            .build();
    return new WatchedKafkaSink<>(sink, kafka.clientProperties());
  }

  /** At once, and after a crash perhaps again. */
  public Sink<Alert> alerts(TypedTopic<Alert> topic) {
    return atLeastOnce(topic, RecordReductions.ofAlerts(), DEFAULT_RECORD);
  }

  /** At once, and after a crash perhaps again. */
  public Sink<RejectedFrame> rejected(TypedTopic<RejectedFrame> topic) {
    return atLeastOnce(topic, RecordReductions.ofRejectedFrames(), LARGEST_REQUEST);
  }

  private <T> Sink<T> atLeastOnce(
      TypedTopic<T> topic, RecordReductions<T> reductions, int assumed) {
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(producerProperties())
        .setRecordSerializer(
            new TopicSerializer<>(topic, reductions, producerProperties(), assumed))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  private Properties producerProperties() {
    Properties properties = kafka.clientProperties();
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    // On a topic just created, a partition takes the first of several requests and
    // refuses those before it. Few records leave the job, so one at a time is enough.
    properties.put("max.in.flight.requests.per.connection", "1");
    // A larger maximum for frames must be set here too.
    properties.putIfAbsent("max.request.size", String.valueOf(LARGEST_REQUEST));
    return properties;
  }
}
