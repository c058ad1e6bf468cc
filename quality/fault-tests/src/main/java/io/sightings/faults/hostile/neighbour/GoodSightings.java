package io.sightings.faults.hostile.neighbour;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The closed sightings of good sources. For one thread. */
final class GoodSightings implements AutoCloseable {
  /** The names of all good sources begin so. */
  static final String PREFIX = "good-";

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final TopicReader<Sighting> reader;
  private final Map<String, List<Sighting>> closed = new HashMap<>();

  GoodSightings(KafkaAccess broker) {
    reader = TopicReader.fromEnd(broker, SightingsTopics.SIGHTINGS);
  }

  /** Reads what has come since the last look. */
  void look() {
    do {
      reader.poll(PATIENCE).stream()
          .filter(sighting -> sighting.status() == SightingStatus.CLOSED)
          .filter(sighting -> sighting.source().id().startsWith(PREFIX))
          .forEach(
              sighting ->
                  closed
                      .computeIfAbsent(sighting.source().id(), source -> new ArrayList<>())
                      .add(sighting));
    } while (!reader.atEnd());
  }

  /** All closed sightings of a source so far, as often as they are there. */
  List<Sighting> of(String source) {
    return closed.getOrDefault(source, List.of());
  }

  @Override
  public void close() {
    reader.close();
  }
}
