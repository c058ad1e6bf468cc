package io.sightings.azure.call;

/** Whose turn is first, most urgent first. */
public enum CallPriority {
  /** The second half of a question whose first half is paid. */
  CONTINUE,
  /** About a person of whom nothing is known. */
  NEW,
  /** About a person who was requested before. */
  RECHECK,
  /** Not urgent: enrolment. */
  UPKEEP
}
