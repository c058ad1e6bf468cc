package io.sightings.job.quarantine;

import io.sightings.job.settings.QuarantineSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * Owns the sessions of this process. The first lease starts a session, the last one given back ends
 * it.
 */
final class AttemptSessions {

  /**
   * @param attempt the job's execution attempt: a task that has lost its job manager may still run
   *     while the next attempt begins
   */
  record Key(AttemptStore store, QuarantineSettings settings, String attempt) {}

  private static final class Shared {
    private final AttemptSession session;
    private int leases;

    Shared(AttemptSession session) {
      this.session = session;
    }
  }

  private static final Map<Key, Shared> SESSIONS = new HashMap<>();

  private AttemptSessions() {}

  static Lease acquire(Key key) {
    synchronized (SESSIONS) {
      Shared shared =
          SESSIONS.computeIfAbsent(
              key,
              k -> new Shared(AttemptSession.start(k.store().open(), k.settings(), k.attempt())));
      shared.leases++;
      return new Lease(key, shared);
    }
  }

  /** To be closed once. */
  static final class Lease implements AutoCloseable {
    private final Key key;
    private final Shared shared;

    private Lease(Key key, Shared shared) {
      this.key = key;
      this.shared = shared;
    }

    AttemptSession session() {
      return shared.session;
    }

    @Override
    public void close() {
      boolean last;
      synchronized (SESSIONS) {
        shared.leases--;
        last = shared.leases == 0;
        if (last) {
          SESSIONS.remove(key);
        }
      }
      if (last) {
        shared.session.close();
      }
    }
  }
}
