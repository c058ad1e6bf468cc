package io.sightings.faults.hostile.watch;

/** What became of an input. */
public enum InputOutcome {
  /** Taken, and not put aside since. */
  ACCEPTED,
  /** Turned away at the entrance: a status 4xx, a closed connection, a fault of a setting. */
  REFUSED,
  /** Taken, and put aside later with a reason. */
  REJECTED,
  /** Left where it was: a link, an unfinished file. */
  IGNORED,
  /** Answered 503 or 507 more often than it was repeated: Kafka or the disk were behind. */
  PRESSED_BACK,
  /** Not sent: this machine's file system does not take such a name, or the product was away. */
  UNSENT
}
