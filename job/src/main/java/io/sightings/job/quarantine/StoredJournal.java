package io.sightings.job.quarantine;

import io.sightings.job.settings.QuarantineSettings;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** Keeps the attempts in a store. */
public record StoredJournal(AttemptStore store, QuarantineSettings settings)
    implements AttemptJournal {

  @Override
  public StageAttempts open(Stage stage, RuntimeContext context) {
    // All subtasks of a restarted job have one attempt number, and restart together.
    String attempt =
        context.getJobInfo().getJobId() + "-" + context.getTaskInfo().getAttemptNumber();
    MetricGroup metrics = context.getMetricGroup();
    Counter suspects = metrics.counter("framesSuspect", new ThreadSafeSimpleCounter());
    Counter unjournaled = metrics.counter("framesUnjournaled", new ThreadSafeSimpleCounter());
    return new JournaledStage(
        AttemptSessions.acquire(new AttemptSessions.Key(store, settings, attempt)),
        stage,
        context.getTaskInfo().getIndexOfThisSubtask(),
        suspects,
        unjournaled);
  }
}
