package io.sightings.faults.fault;

/** What a schedule may draw. */
public enum FaultKind {
  KILL_TASK_MANAGER,
  KILL_LEADER,
  KILL_BROKER,
  KILL_INGESTOR,
  PAUSE_TASK_MANAGER,
  PAUSE_LEADER,
  PAUSE_BROKER,
  RESCALE
}
