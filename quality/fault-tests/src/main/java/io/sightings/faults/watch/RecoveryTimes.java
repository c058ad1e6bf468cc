package io.sightings.faults.watch;

import java.time.Duration;

/**
 * How long a fault was felt.
 *
 * @param kind of the fault
 * @param took from the fault until a checkpoint begun after it was complete, and so new results
 *     visible
 * @param counted restarts and lost transactions it has led to
 * @param alone whether no other fault happened at the same time
 */
public record RecoveryTimes(String kind, Duration took, JobCounters counted, boolean alone) {}
