package io.sightings.job.quarantine;

import io.sightings.contract.lease.SharedValues;
import io.sightings.contract.lease.SharedValues.Lease;
import io.sightings.job.settings.QuarantineSettings;

/** The sessions of this process, one per execution attempt of a job. */
final class AttemptSessions {

  /**
   * @param attempt the job's execution attempt: a task that has lost its job manager may still run
   *     while the next attempt begins
   */
  record Key(AttemptStore store, QuarantineSettings settings, String attempt) {}

  private static final SharedValues<Key, AttemptSession> SESSIONS =
      new SharedValues<>(AttemptSession::close);

  private AttemptSessions() {}

  static Lease<AttemptSession> acquire(Key key) {
    return SESSIONS.acquire(
        key, k -> AttemptSession.start(k.store().open(), k.settings(), k.attempt()));
  }
}
