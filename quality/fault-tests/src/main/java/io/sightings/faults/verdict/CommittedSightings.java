package io.sightings.faults.verdict;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/** What is committed on the sightings topic, from its beginning. Of one thread. */
public final class CommittedSightings implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final TopicReader<Sighting> reader;
  private final List<Sighting> seen = new ArrayList<>();

  public CommittedSightings(KafkaAccess broker) {
    reader = TopicReader.fromBeginning(broker, SightingsTopics.SIGHTINGS);
  }

  /** All revisions of all sightings, as often as they are there. */
  public List<Sighting> all() {
    try {
      do {
        seen.addAll(reader.poll(PATIENCE));
      } while (!reader.atEnd());
    } catch (KafkaException e) {
      // The broker is away; what it has will be seen when it is back.
      return List.copyOf(seen);
    }
    return List.copyOf(seen);
  }

  /** All revisions of a source's sightings. */
  public List<Sighting> of(String source) {
    return all().stream().filter(s -> s.source().id().equals(source)).toList();
  }

  /** How many closed ones some sources have. */
  public long closed(Set<String> sources) {
    return all().stream()
        .filter(s -> s.status() == SightingStatus.CLOSED && sources.contains(s.source().id()))
        .count();
  }

  @Override
  public void close() {
    reader.close();
  }
}
