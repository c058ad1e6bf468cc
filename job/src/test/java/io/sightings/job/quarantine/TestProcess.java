package io.sightings.job.quarantine;

import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.settings.QuarantineSettings;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** A process of the job with one subtask of each stage. It dies by being left alone. */
public final class TestProcess {
  private static final long TIMEOUT_SECONDS = 30;

  private final AttemptSessions.Key key;
  private final int subtask;
  final Counter suspects = new ThreadSafeSimpleCounter();
  final Counter unjournaled = new ThreadSafeSimpleCounter();

  public TestProcess(AttemptStore store, QuarantineSettings settings, String attempt, int subtask) {
    key = new AttemptSessions.Key(store, settings, attempt);
    this.subtask = subtask;
  }

  public StageAttempts stage(Stage stage) {
    return new JournaledStage(AttemptSessions.acquire(key), stage, subtask, suspects, unjournaled);
  }

  public static FrameAttempt begun(StageAttempts stage, String frame) throws Exception {
    FrameAttempt attempt = announced(stage, frame);
    attempt.begin();
    return attempt;
  }

  public static FrameAttempt announced(StageAttempts stage, String frame) throws Exception {
    return stage.announce(frame).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  public static Optional<String> verdict(StageAttempts stage, String frame) throws Exception {
    return stage.verdict(frame).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
