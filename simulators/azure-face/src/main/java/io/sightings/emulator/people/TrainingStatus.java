package io.sightings.emulator.people;

import java.time.Instant;

/**
 * A group's last training.
 *
 * @param training the last one asked for
 * @param lastSuccess when one last succeeded; null where none has
 */
public record TrainingStatus(TrainingRun training, Instant lastSuccess) {}
