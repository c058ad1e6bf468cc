package io.sightings.job.quarantine;

/** One frame's analysis in one stage. */
public interface FrameAttempt {

  /**
   * Waits for its turn, in the thread that then analyses: at once but for suspects and beside them.
   */
  void begin() throws InterruptedException;

  /** The analysis has returned, with any result: the process lives. */
  void end();

  /** Nothing waits for the analysis any more, though it may go on: it holds up no others. */
  void abandon();
}
