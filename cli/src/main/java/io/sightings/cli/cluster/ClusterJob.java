package io.sightings.cli.cluster;

import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.rest.JobState;
import io.sightings.cluster.rest.JobSubmission;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.cluster.rest.RunningJob.CheckpointInfo;
import io.sightings.job.SightingsJob;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.console.CommandConsole;
import java.time.Duration;
import java.util.Optional;

/** The job on the cluster of this machine. */
final class ClusterJob {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LocalCluster cluster;
  private final CommandConsole console;

  ClusterJob(LocalCluster cluster, CommandConsole console) {
    this.cluster = cluster;
    this.console = console;
  }

  /** The one that is not over. */
  Optional<RunningJob> current() {
    return cluster.rest().find(SightingsJob.NAME);
  }

  /** Where the last one stopped that was ended from outside, by the web UI for example. */
  Optional<String> lastEnd() {
    return cluster.rest().jobs().stream()
        .filter(job -> job.name().equals(SightingsJob.NAME) && job.over())
        .findFirst()
        .flatMap(job -> cluster.rest().job(job.id()).lastCheckpoint())
        .map(CheckpointInfo::path);
  }

  /**
   * Waits until it is at work.
   *
   * @throws LocalRuntimeException if it does not get there, with the reason; it is cancelled then
   */
  RunningJob submit(JobSubmission submission) {
    RunningJob job = cluster.rest().submit(submission);
    try {
      job.awaitRunning(PATIENCE);
      return job;
    } catch (LocalRuntimeException e) {
      String why = job.failure();
      if (!job.state().over()) {
        job.cancel(PATIENCE);
      }
      throw new LocalRuntimeException(
          "The job does not start, and was cancelled: " + (why.isEmpty() ? e.getMessage() : why),
          e);
    }
  }

  /**
   * Stops it with a savepoint; where that cannot be made, at its last checkpoint.
   *
   * @return where the next one goes on; empty if there is nothing to go on from
   */
  Optional<String> stop() {
    Optional<RunningJob> found = current();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    RunningJob job = found.get();
    JobState state = job.state();
    if (state.running()) {
      try {
        return Optional.of(job.stop(PATIENCE));
      } catch (LocalRuntimeException e) {
        console.complain("No savepoint could be made: " + e.getMessage());
      }
    } else {
      console.complain(
          "The job is " + state.state() + ", so no savepoint can be made: " + job.failure());
    }
    return cancelAtCheckpoint(job);
  }

  /**
   * What the job has published after its last checkpoint was never committed, and so is not seen
   * twice either.
   */
  private Optional<String> cancelAtCheckpoint(RunningJob job) {
    job.cancel(PATIENCE);
    return job.lastCheckpoint().map(CheckpointInfo::path);
  }
}
