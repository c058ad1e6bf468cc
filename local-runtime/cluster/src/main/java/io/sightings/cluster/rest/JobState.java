package io.sightings.cluster.rest;

import java.time.Instant;

/**
 * @param id in hex
 * @param state Flink's word for it, such as RUNNING, RESTARTING, FAILED; where a task is not
 *     running yet, it is INITIALIZING
 * @param since when the job was submitted, or last recovered by another job manager
 */
public record JobState(String id, String name, String state, Instant since) {

  /** Whether it will never do anything again. */
  public boolean over() {
    return state.equals("FAILED") || state.equals("FINISHED") || state.equals("CANCELED");
  }

  /** Whether all its tasks are at work. */
  public boolean running() {
    return state.equals("RUNNING");
  }
}
