package io.sightings.benchmarks.hostile;

import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Compares what was answered with what is on the topic. */
record Verdict(Tally tally, String bootstrap) {
  private static final int FIRST_SERVER_FAULT = 500;
  private static final int SURPRISES_SHOWN = 20;

  /** Whoever shows it. */
  interface Printer {
    void say(String format, Object... values);
  }

  /**
   * @return whether all is as it should be
   */
  boolean print(Printer out) throws MalformedMessageException {
    tally.byKind().forEach((what, answers) -> out.say("%-34s %s", what, answers));
    out.say("%-34s %s (0: no answer awaited)", "all", tally.statuses());
    int faults =
        tally.statuses().tailMap(FIRST_SERVER_FAULT).values().stream().mapToInt(n -> n).sum();
    out.say("answers 5xx: %d", faults);
    List<String> surprises = tally.surprises();
    out.say("answers nobody expected: %d", surprises.size());
    surprises.stream().limit(SURPRISES_SHOWN).forEach(one -> out.say("  %s", one));
    return pictures(out) && faults == 0 && surprises.isEmpty();
  }

  private boolean pictures(Printer out) throws MalformedMessageException {
    List<GoodClient.Answer> good = tally.good();
    Set<String> answered =
        good.stream()
            .map(GoodClient.Answer::id)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, Integer> topic = onTopic();
    Set<String> missing = new HashSet<>(answered);
    missing.removeAll(topic.keySet());
    Set<String> strangers = new HashSet<>(topic.keySet());
    strangers.removeAll(answered);
    long twice = topic.values().stream().filter(n -> n > 1).count();
    long[] nanos = good.stream().mapToLong(GoodClient.Answer::nanos).sorted().toArray();
    out.say(
        "good pictures: %d sent, %d answered 202; on the topic %d, missing %d, twice %d, of others %d",
        good.size(), answered.size(), topic.size(), missing.size(), twice, strangers.size());
    out.say(
        "  asked to come back %d times; the answer took %.0f ms (median), %.0f ms (99 %%)",
        good.stream().mapToInt(GoodClient.Answer::busy).sum(),
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6);
    return answered.size() == good.size() && missing.isEmpty() && strangers.isEmpty() && twice == 0;
  }

  /** How often each frame is on the topic. */
  private Map<String, Integer> onTopic() throws MalformedMessageException {
    Map<String, Integer> found = new HashMap<>();
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Served.TOPIC).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long left = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
      while (left > 0) {
        for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofSeconds(1))) {
          String id = Topics.FRAMES.codec().decode(KafkaMessages.from(one)).info().id();
          found.merge(id, 1, Integer::sum);
          left--;
        }
      }
    }
    return found;
  }
}
