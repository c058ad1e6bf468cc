package io.sightings.job.quarantine;

import org.apache.flink.runtime.execution.CancelTaskException;
import org.apache.flink.streaming.runtime.tasks.ExceptionInChainedOperatorException;

/**
 * Knows which frame a stage without native code fails on. Such a failure needs no announcement: the
 * process lives and can write down the frame before the job restarts.
 */
public final class FrameWitness {
  private final StageAttempts attempts;

  public FrameWitness(StageAttempts attempts) {
    this.attempts = attempts;
  }

  /** What a stage does with one frame. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }

  /** Fails as the step does. */
  public void watch(String frame, Step step) throws Exception {
    try {
      step.run();
    } catch (ExceptionInChainedOperatorException | CancelTaskException e) {
      // Not this stage's failure: a sink's, or none.
      throw e;
    } catch (RuntimeException | Error e) {
      attempts.failed(frame);
      throw e;
    }
    attempts.passed(frame);
  }
}
