package io.sightings.job.admit;

/** How far a partition was read: the offset of its last record. */
public record PartitionMark(String topic, int partition, long offset) {}
