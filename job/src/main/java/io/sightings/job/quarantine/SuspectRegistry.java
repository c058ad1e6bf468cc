package io.sightings.job.quarantine;

import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.job.quarantine.InFlightFrame.FlyingFrame;
import io.sightings.job.quarantine.SuspectRecord.FrameDeath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The suspects of one job in this process. Safe for several threads. */
final class SuspectRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(SuspectRegistry.class);

  /** A frame that was not read again within this is gone from its topic. */
  private static final Duration MAX_AGE = Duration.ofDays(1);

  private final Map<String, SuspectRecord> suspects = new ConcurrentHashMap<>();
  private final int limit;

  /**
   * @param limit deaths that convict
   */
  SuspectRegistry(int limit) {
    this.limit = limit;
  }

  /**
   * Takes over what dead processes have left.
   *
   * @param attempt whose flights are those of living peers
   * @param now in epoch milliseconds
   * @return keys of entries that have changed; a removed one is no longer {@link #value known}
   */
  Set<String> restore(Map<String, byte[]> entries, String attempt, long now) {
    Set<String> changed = new HashSet<>();
    entries.forEach(
        (key, value) -> {
          if (EntryKeys.isSuspect(key)) {
            read(key, value, SuspectRecord.class)
                .filter(suspect -> now - suspect.since() <= MAX_AGE.toMillis())
                .ifPresentOrElse(suspect -> suspects.put(key, suspect), () -> changed.add(key));
          }
        });
    entries.forEach(
        (key, value) -> {
          if (EntryKeys.isFlight(key)) {
            read(key, value, InFlightFrame.class)
                .filter(flight -> !flight.attempt().equals(attempt))
                .ifPresent(flight -> changed.addAll(died(EntryKeys.stageOf(key), flight, now)));
          }
        });
    return changed;
  }

  private List<String> died(String stage, InFlightFrame flight, long now) {
    List<String> changed = new ArrayList<>();
    for (FlyingFrame frame : flight.frames()) {
      String key = EntryKeys.suspect(stage, frame.id());
      SuspectRecord before = suspects.getOrDefault(key, SuspectRecord.NONE);
      SuspectRecord after = before.with(new FrameDeath(flight.session(), frame.alone()), now);
      if (after != before) {
        suspects.put(key, after);
        changed.add(key);
        LOG.info("A process ended while {} was in {}: {}", frame.id(), stage, after.deaths());
      }
    }
    return changed;
  }

  /** A failure that is certainly this frame's. */
  void failed(String key, String session, long now) {
    suspects.merge(
        key,
        SuspectRecord.NONE.with(new FrameDeath(session, true), now),
        (before, one) -> before.with(new FrameDeath(session, true), now));
  }

  boolean isEmpty() {
    return suspects.isEmpty();
  }

  boolean isKnown(String key) {
    return suspects.containsKey(key);
  }

  /** How often the frame has ended a process; empty while that is too seldom to convict it. */
  Optional<Integer> convicted(String key) {
    return Optional.ofNullable(suspects.get(key))
        .filter(suspect -> suspect.isConvicted(limit))
        .map(suspect -> suspect.deaths().size());
  }

  /** Whether there was something to forget. */
  boolean forget(String key) {
    return suspects.remove(key) != null;
  }

  /** The entry as it belongs into the store; null for none. */
  byte @Nullable [] value(String key) {
    SuspectRecord suspect = suspects.get(key);
    return suspect == null ? null : Json.write(suspect);
  }

  private static <T> Optional<T> read(String key, byte[] value, Class<T> type) {
    try {
      return Optional.of(Json.read(value, type));
    } catch (MalformedMessageException e) {
      LOG.warn("Left out the attempt {}: {}", key, e.getMessage());
      return Optional.empty();
    }
  }
}
