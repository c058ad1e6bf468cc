package io.sightings.job.quarantine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One subtask's view of the attempts at frames. No method blocks, but for {@link #failed} and
 * {@link #close}.
 */
public interface StageAttempts extends AutoCloseable {

  /**
   * Why a frame must not be analysed again, in one sentence; empty for all others. Known once the
   * store has been read.
   */
  CompletableFuture<Optional<String>> verdict(String frame);

  /**
   * Announces an analysis. The result is there once the store holds the announcement, or has not
   * answered in time.
   */
  CompletableFuture<FrameAttempt> announce(String frame);

  /** A failure that restarts the job is certainly this frame's. Waits until the store holds it. */
  void failed(String frame);

  /** A frame has passed a stage that announces nothing. */
  void passed(String frame);

  /** What is known of a diverted frame is no longer needed: a replay is analysed again. */
  void forget(String frame);

  /** Analyses that still run stay announced. */
  @Override
  void close();
}
