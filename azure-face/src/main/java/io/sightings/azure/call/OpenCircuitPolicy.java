package io.sightings.azure.call;

/** What a call does while its resource is left alone. */
public enum OpenCircuitPolicy {
  /** It fails at once: another resource can be asked. */
  FAIL,
  /**
   * It fails at once, unless it is the second half of a question whose first half is paid, or has
   * been tried for a ninth of its patience: then it waits.
   */
  FINISH,
  /** It waits, as long as its patience allows. */
  WAIT
}
