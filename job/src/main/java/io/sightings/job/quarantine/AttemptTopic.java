package io.sightings.job.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.job.settings.KafkaSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The attempts topic. Used by one thread, but for the callbacks. */
final class AttemptTopic implements AttemptStore.Connection {
  /** For all of {@link #read}; checkpoints wait no longer for the first frame. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * Records of a partition that are read at most. Compaction keeps the topic shorter; where it does
   * not, older records are of frames that have ended long since.
   */
  private static final long MAX_RECORDS = 50_000;

  /** For metadata, in {@link #put}; the thread that calls it releases waiting frames, too. */
  private static final Duration BLOCK_TIMEOUT = Duration.ofMillis(500);

  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final KafkaSettings kafka;
  private final String topic;
  private final String prefix;
  private final KafkaProducer<byte[], byte[]> producer;

  AttemptTopic(KafkaSettings kafka) {
    this.kafka = kafka;
    topic = kafka.topics().attempts();
    prefix = kafka.transactionPrefix() + "/";
    Properties properties = kafka.clientProperties();
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    // On a topic just created, a partition takes the first of several requests.
    properties.put("max.in.flight.requests.per.connection", "1");
    properties.put("linger.ms", "0");
    properties.put("max.block.ms", String.valueOf(BLOCK_TIMEOUT.toMillis()));
    properties.put("delivery.timeout.ms", String.valueOf(DELIVERY_TIMEOUT.toMillis()));
    properties.put("request.timeout.ms", String.valueOf(REQUEST_TIMEOUT.toMillis()));
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public Map<String, byte[]> read() throws IOException, InterruptedException {
    Properties properties = kafka.clientProperties();
    properties.put("enable.auto.commit", "false");
    properties.put("allow.auto.create.topics", "false");
    properties.put("default.api.timeout.ms", String.valueOf(READ_TIMEOUT.toMillis()));
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return read(consumer);
    } catch (InterruptException e) {
      throw new InterruptedException(e.getMessage());
    } catch (KafkaException e) {
      throw new IOException("the topic " + topic + " cannot be read", e);
    }
  }

  private Map<String, byte[]> read(KafkaConsumer<byte[], byte[]> consumer) throws IOException {
    long timeout = System.nanoTime() + READ_TIMEOUT.toNanos();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IOException("the topic " + topic + " does not exist");
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer
        .beginningOffsets(partitions)
        .forEach(
            (partition, begin) ->
                consumer.seek(partition, Math.max(begin, ends.get(partition) - MAX_RECORDS)));
    Map<String, byte[]> entries = new HashMap<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() > timeout) {
        throw new IOException(
            "the topic " + topic + " was not read within " + READ_TIMEOUT.toSeconds() + " s");
      }
      for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
        take(entry, entries);
      }
    }
    return entries;
  }

  private void take(ConsumerRecord<byte[], byte[]> entry, Map<String, byte[]> entries) {
    String key = entry.key() == null ? "" : new String(entry.key(), UTF_8);
    if (!key.startsWith(prefix)) {
      return;
    }
    if (entry.value() == null) {
      entries.remove(key.substring(prefix.length()));
    } else {
      entries.put(key.substring(prefix.length()), entry.value());
    }
  }

  @Override
  public void put(String key, byte[] value, Consumer<Exception> done) {
    try {
      var unused =
          producer.send(
              new ProducerRecord<>(topic, (prefix + key).getBytes(UTF_8), value),
              (sent, failure) -> done.accept(failure));
    } catch (KafkaException | IllegalStateException e) {
      done.accept(e);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
