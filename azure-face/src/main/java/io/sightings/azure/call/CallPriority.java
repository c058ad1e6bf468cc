package io.sightings.azure.call;

/** Whose turn is first, most urgent first. */
public enum CallPriority {
  /** The second half of a question whose first half is paid. */
  CONTINUE,
  /** About somebody nothing is known of. */
  NEW,
  /** About somebody who was asked about before. */
  RECHECK,
  /** Nobody is waiting for it: enrolment. */
  UPKEEP
}
