package io.sightings.job.quarantine;

import io.sightings.job.settings.KafkaSettings;

/**
 * Keeps attempts on a compacted topic, because the disk of a process may be gone with it. Jobs that
 * share the topic are told apart by their transaction prefix.
 */
public record KafkaAttempts(KafkaSettings kafka) implements AttemptStore {

  @Override
  public Connection open() {
    return new AttemptTopic(kafka);
  }
}
