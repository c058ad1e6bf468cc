package io.sightings.cluster.rest;

import java.time.Instant;

/**
 * A job's checkpoints at one moment, as the job manager knows them that leads now.
 *
 * @param inProgress whether one is being made
 * @param completed how many were completed
 * @param lastBegun when the last completed one was begun; the epoch if there is none
 */
public record CheckpointProgress(boolean inProgress, int completed, Instant lastBegun) {}
