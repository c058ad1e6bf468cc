package io.sightings.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Sighting;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.contract.codec.TypedTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to Kafka as others do, and reads only what is committed. */
final class KafkaProbe implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String bootstrap;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> sightings;

  private final List<TopicPartition> partitions;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * @param topic where the sightings are
   */
  KafkaProbe(String bootstrap, String topic) {
    this.bootstrap = bootstrap;
    producer =
        new KafkaProducer<>(
            // On a topic just created, a partition takes whichever of several requests comes first
            // and
            // refuses those before it.
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "max.in.flight.requests.per.connection",
                1,
                "max.request.size",
                9 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    sightings =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        sightings.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    sightings.assign(partitions);
    sightings.seekToBeginning(partitions);
  }

  <T> void send(TypedTopic<T> topic, T thing) {
    send(topic.name(), topic.codec().encode(thing));
  }

  /** Whatever it is. */
  void send(String topic, KafkaMessage message) {
    var unused =
        producer.send(
            KafkaMessages.to(topic, message),
            (sent, error) -> {
              if (error != null) {
                failure.compareAndSet(null, error);
              }
            });
  }

  /** Everything sent is on its topic, or the test fails. */
  void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new AssertionError("a record did not arrive", failure.get());
    }
  }

  /** All sightings not read yet that are on the topic for good now. */
  List<String> committed() {
    Map<TopicPartition, Long> ends = sightings.endOffsets(partitions);
    List<String> values = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> sightings.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> found : sightings.poll(POLL)) {
        values.add(new String(found.value(), UTF_8));
      }
    }
    return values;
  }

  /** Everything on a topic of one partition. */
  <T> List<T> all(TypedTopic<T> topic) throws MalformedMessageException {
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    List<T> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          found.add(topic.codec().decode(KafkaMessages.from(record)));
        }
      }
    }
    return found;
  }

  /** The next sighting that fits; those before it are passed over. */
  Sighting await(Predicate<Sighting> wanted) throws MalformedMessageException {
    flush();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> found : sightings.poll(POLL)) {
        Sighting sighting = SightingsTopics.SIGHTINGS.codec().decode(KafkaMessages.from(found));
        if (wanted.test(sighting)) {
          return sighting;
        }
      }
    }
    throw new AssertionError("no such sighting within " + PATIENCE.toSeconds() + " s");
  }

  @Override
  public void close() {
    producer.close();
    sightings.close();
  }
}
