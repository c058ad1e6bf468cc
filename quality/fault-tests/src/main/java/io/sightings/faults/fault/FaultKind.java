package io.sightings.faults.fault;

import java.util.Locale;

/** What a schedule may draw. */
public enum FaultKind {
  /** A task manager that has work ends, with all it had in memory. */
  KILL_TASK_MANAGER("task manager"),
  /** The leading job manager ends. */
  KILL_LEADER("leading job manager"),
  /** The only broker ends, and comes back with what it had on disk. */
  KILL_BROKER("broker"),
  /** An ingestor ends while it reads recordings. */
  KILL_INGESTOR("ingestor"),
  /**
   * A task manager is silent for longer than Flink's heartbeat timeout, and continues without
   * knowing that it was replaced.
   */
  PAUSE_TASK_MANAGER("task manager"),
  /** The leading job manager is silent until another leads, and continues as if it still led. */
  PAUSE_LEADER("leading job manager"),
  /** The broker keeps its connections and does not answer. */
  PAUSE_BROKER("broker"),
  /** The job is stopped with a savepoint, and continues with another parallelism. */
  RESCALE("");

  private final String target;

  FaultKind(String target) {
    this.target = target;
  }

  /** The kind of process it happens to; empty for the job. */
  String target() {
    return target;
  }

  /** As in a table, such as "kill broker". */
  String text() {
    String verb = name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT);
    return target.isEmpty() ? verb : verb + " " + target;
  }
}
