package io.sightings.faults.fault;

/** When exactly something goes wrong. */
public enum FaultMoment {
  ANY("at any moment"),
  /** A checkpoint has begun and is not complete: transactions are being prepared. */
  CHECKPOINT("during a checkpoint"),
  /** A checkpoint has just been completed: transactions are being committed. */
  COMMIT("during commits");

  private final String words;

  FaultMoment(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
