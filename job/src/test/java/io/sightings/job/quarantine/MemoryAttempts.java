package io.sightings.job.quarantine;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A store that outlives the sessions of a test, and may be away. Copies are the same place, because
 * Flink serialises it on its way into the job.
 */
public record MemoryAttempts(UUID id) implements AttemptStore {
  private static final Map<UUID, Map<String, byte[]>> ALL = new ConcurrentHashMap<>();
  private static final Map<UUID, AtomicInteger> PUTS = new ConcurrentHashMap<>();
  private static final Set<UUID> AWAY = ConcurrentHashMap.newKeySet();

  public MemoryAttempts() {
    this(UUID.randomUUID());
  }

  /** From now on it answers nothing, as a broker that is away. */
  void goAway() {
    AWAY.add(id);
  }

  /** How many records the store has taken. */
  int puts() {
    return PUTS.computeIfAbsent(id, made -> new AtomicInteger()).get();
  }

  @Override
  public Connection open() {
    Map<String, byte[]> entries = ALL.computeIfAbsent(id, made -> new ConcurrentHashMap<>());
    return new Connection() {
      @Override
      public Map<String, byte[]> read() throws IOException {
        if (AWAY.contains(id)) {
          throw new IOException("the store is away");
        }
        return Map.copyOf(entries);
      }

      @Override
      public void put(String key, byte[] value, Consumer<Exception> done) {
        if (AWAY.contains(id)) {
          return;
        }
        PUTS.computeIfAbsent(id, made -> new AtomicInteger()).incrementAndGet();
        if (value == null) {
          entries.remove(key);
        } else {
          entries.put(key, value);
        }
        done.accept(null);
      }

      @Override
      public void close() {}
    };
  }
}
