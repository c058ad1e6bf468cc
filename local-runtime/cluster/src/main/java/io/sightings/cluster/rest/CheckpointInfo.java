package io.sightings.cluster.rest;

import java.time.Duration;
import java.time.Instant;

/**
 * A completed one.
 *
 * @param path where it lies, to resume from
 * @param at when it was complete
 * @param took from its trigger to its completion
 * @param bytes its size
 */
public record CheckpointInfo(long id, String path, Instant at, Duration took, long bytes) {}
