package io.sightings.job.quarantine;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A store that outlives the sessions of a test, and may be away. */
final class MemoryAttempts implements AttemptStore {
  private static final long serialVersionUID = 1L;

  private final ConcurrentHashMap<String, byte[]> entries = new ConcurrentHashMap<>();
  private volatile boolean away;

  /** From now on it answers nothing, as a broker that is away. */
  void goAway() {
    away = true;
  }

  @Override
  public Connection open() {
    return new Connection() {
      @Override
      public Map<String, byte[]> read() throws IOException {
        if (away) {
          throw new IOException("the store is away");
        }
        return Map.copyOf(entries);
      }

      @Override
      public void put(String key, byte[] value, Consumer<Exception> done) {
        if (away) {
          return;
        }
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
