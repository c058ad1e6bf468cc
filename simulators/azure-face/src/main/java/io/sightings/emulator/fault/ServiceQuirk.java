package io.sightings.emulator.fault;

/** Ways of the real service that a client must live with. Each can be switched while it runs. */
public enum ServiceQuirk {
  /** Identify answers in another order than it was asked. */
  SHUFFLED_ANSWERS,
  /** Members of objects come in any order. */
  SHUFFLED_MEMBERS,
  /** Some values of enumerations are ones that nobody knows yet. */
  UNKNOWN_VALUES,
  /** Some optional members are absent. */
  MISSING_MEMBERS,
  /** Values of enumerations are written as the prose has them: {@code NoGlasses}. */
  CAPITALISED_VALUES,
  /** Every success has the status 299, as resources under review had it. */
  WARNING_299,
  /** Nothing but detection without faceIds is approved; the refusal has an inner error. */
  UNAPPROVED,
  /** The same, and the refusal is a plain error. */
  UNAPPROVED_PLAIN,
  /** Throttled calls are told when to retry in a header too. */
  RETRY_AFTER,
  /** People and faces may be changed while their group is being trained. */
  OPEN_WHILE_TRAINING,
  /** Deleted people are recognised until the next training. */
  DELETED_LINGER
}
