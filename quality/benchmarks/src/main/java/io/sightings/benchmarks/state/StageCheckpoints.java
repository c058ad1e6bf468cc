package io.sightings.benchmarks.state;

/**
 * The checkpoints of a stage.
 *
 * @param stage the operators in one task
 * @param bytes the most that one instance wrote
 * @param medianMillis from the trigger to the slowest instance's acknowledgement
 * @param mostMillis the longest of those
 */
record StageCheckpoints(String stage, long bytes, long medianMillis, long mostMillis) {}
