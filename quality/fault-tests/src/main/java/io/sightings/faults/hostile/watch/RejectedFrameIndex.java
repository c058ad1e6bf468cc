package io.sightings.faults.hostile.watch;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Which hostile frames the job has put aside. Frames are known by their place on the topic, those
 * of uploads by their ids.
 */
public final class RejectedFrameIndex implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final TopicReader<RejectedFrame> reader;
  private final InputOutcomeCounts tally;
  private final Map<String, InputReference> sent = new ConcurrentHashMap<>();
  private final Map<String, InputReference> uploaded = new ConcurrentHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<Integer> rejected = new HashSet<>();

  public RejectedFrameIndex(KafkaAccess broker, InputOutcomeCounts tally) {
    reader = TopicReader.fromEnd(broker, SightingsTopics.REJECTED);
    this.tally = tally;
  }

  /** A hostile frame is on the topic. */
  public void sent(int partition, long offset, InputReference mark) {
    sent.put(partition + "/" + offset, mark);
  }

  /** A hostile upload was taken as a frame. */
  public void uploaded(String frameId, InputReference mark) {
    uploaded.put(frameId, mark);
  }

  /** Counts those that were put aside since the last look. */
  public void look() {
    do {
      reader.poll(PATIENCE).forEach(this::count);
    } while (!reader.atEnd());
  }

  private void count(RejectedFrame frame) {
    String place = frame.partition() + "/" + frame.offset();
    // After a restart some are there twice.
    if (!seen.add(place)) {
      return;
    }
    InputReference mark = sent.get(place);
    if (mark == null) {
      mark = uploaded.remove(id(frame.original()));
    }
    // An upload of several parts is one input.
    if (mark != null && rejected.add(mark.index())) {
      tally.rejectedLater(mark);
    }
  }

  private static String id(KafkaMessage message) {
    return message.headers().stream()
        .filter(header -> header.name().equals("ce_id") && header.value() != null)
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  /**
   * Hostile frames the job reads next, the nearest first.
   *
   * @param committed how far the job has come
   */
  public List<InputReference> behind(Map<TopicPartition, Long> committed, int limit) {
    Comparator<Map.Entry<String, InputReference>> byIndex =
        Comparator.comparing(entry -> entry.getValue().index());
    return sent.entrySet().stream()
        .filter(
            entry -> {
              String[] place = entry.getKey().split("/");
              TopicPartition partition =
                  new TopicPartition(SightingsTopics.FRAMES.name(), Integer.parseInt(place[0]));
              return Long.parseLong(place[1]) >= committed.getOrDefault(partition, 0L);
            })
        .sorted(byIndex)
        .limit(limit)
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public void close() {
    reader.close();
  }
}
