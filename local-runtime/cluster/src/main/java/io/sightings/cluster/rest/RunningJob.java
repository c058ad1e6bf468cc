package io.sightings.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessAwait;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A submitted job. It outlives task managers and job managers, and so does this. */
public final class RunningJob {
  private final FlinkRestClient client;
  private final String id;

  RunningJob(FlinkRestClient client, String id) {
    this.client = client;
    this.id = id;
  }

  /** In hex. */
  public String id() {
    return id;
  }

  /**
   * @throws LocalRuntimeException if no job manager can say
   */
  public JobState state() {
    for (JsonNode job : client.get("/jobs/overview").path("jobs")) {
      if (job.path("jid").asText().equals(id)) {
        return FlinkRestApi.state(job);
      }
    }
    // After a change of leaders the list at times lacks a job that is over, and that is known
    // still.
    return client
        .tryGet(path(""))
        .map(RunningJob::detailed)
        .orElseThrow(
            () ->
                new LocalRuntimeException(
                    "The leading job manager does not know the job " + id + "."));
  }

  private static JobState detailed(JsonNode job) {
    int all = 0;
    int atWork = 0;
    for (JsonNode vertex : job.path("vertices")) {
      JsonNode tasks = vertex.path("tasks");
      for (JsonNode count : tasks) {
        all += count.asInt();
      }
      atWork += tasks.path("RUNNING").asInt() + tasks.path("FINISHED").asInt();
    }
    return FlinkRestApi.state(job, atWork == all);
  }

  /**
   * Waits until all its tasks are running, across restarts in between.
   *
   * @throws LocalRuntimeException if it is over, with the reason, or not at work in time
   */
  public void awaitRunning(Duration patience) {
    ProcessAwait.until("the job " + id + " is running", patience, this::isRunning);
  }

  /**
   * Whether all its tasks are at work; false also while no job manager can say.
   *
   * @throws LocalRuntimeException if it is over, with the reason
   */
  public boolean isRunning() {
    Optional<JobState> state = tryState();
    if (state.filter(JobState::over).isPresent()) {
      throw new LocalRuntimeException("The job is " + state.get().state() + ": " + failure());
    }
    return state.filter(JobState::running).isPresent();
  }

  private Optional<JobState> tryState() {
    try {
      return Optional.of(state());
    } catch (LocalRuntimeException e) {
      // Between two leaders the state is unknown.
      return Optional.empty();
    }
  }

  /** Why it failed last, as one line; empty if it never did. */
  public String failure() {
    JsonNode entries = client.get(path("/exceptions")).path("exceptionHistory").path("entries");
    return entries.isEmpty() ? "" : RootCauses.root(entries.get(0).path("stacktrace").asText());
  }

  /** Its stages at this moment. */
  public JobVertices vertices() {
    return new JobVertices(client, id);
  }

  /**
   * How often it has gone on from a checkpoint or savepoint, under the job manager that leads now.
   * Flink's metric numRestarts says the same, but not to the first who asks.
   */
  public int restored() {
    return client.get(path("/checkpoints")).path("counts").path("restored").asInt();
  }

  /**
   * The last checkpoint or savepoint that was completed: of this job or, if it has none yet, the
   * one it has gone on from.
   */
  public Optional<CheckpointInfo> lastCheckpoint() {
    JsonNode latest = client.get(path("/checkpoints")).path("latest");
    return Stream.of("completed", "savepoint", "restored")
        .map(latest::path)
        .filter(checkpoint -> checkpoint.hasNonNull("external_path"))
        .map(RunningJob::checkpoint)
        .max(Comparator.comparingLong(CheckpointInfo::id));
  }

  /** One that was restored has a time only, and that of its restoring. */
  private static CheckpointInfo checkpoint(JsonNode node) {
    long at = node.path("latest_ack_timestamp").asLong(node.path("restore_timestamp").asLong());
    return new CheckpointInfo(
        node.path("id").asLong(),
        node.path("external_path").asText(),
        Instant.ofEpochMilli(at),
        Duration.ofMillis(node.path("end_to_end_duration").asLong()),
        node.path("checkpointed_size").asLong());
  }

  /** How many checkpoints were completed under the job manager that leads now. */
  public int checkpoints() {
    return client.get(path("/checkpoints")).path("counts").path("completed").asInt();
  }

  /** How its checkpoints fare at this moment; empty while no job manager can say. */
  public Optional<CheckpointProgress> checkpointNews() {
    return client
        .tryGet(path("/checkpoints"))
        .map(
            answer ->
                new CheckpointProgress(
                    answer.path("counts").path("in_progress").asInt() > 0,
                    answer.path("counts").path("completed").asInt(),
                    Instant.ofEpochMilli(
                        answer
                            .path("latest")
                            .path("completed")
                            .path("trigger_timestamp")
                            .asLong(0))));
  }

  /**
   * When the first checkpoint was complete of those begun after a time; empty if there is none
   * among the last ten, or while no job manager can say.
   */
  public Optional<Instant> firstCheckpointSince(Instant time) {
    return client.tryGet(path("/checkpoints")).stream()
        .flatMap(answer -> answer.path("history").valueStream())
        .filter(checkpoint -> checkpoint.path("status").asText().equals("COMPLETED"))
        .filter(checkpoint -> checkpoint.path("trigger_timestamp").asLong() > time.toEpochMilli())
        .map(checkpoint -> Instant.ofEpochMilli(checkpoint.path("latest_ack_timestamp").asLong()))
        .min(Comparator.naturalOrder());
  }

  /**
   * Makes a savepoint while the job goes on.
   *
   * @return where it lies
   */
  public String savepoint(Duration patience) {
    return completed(
        client.post(path("/savepoints"), Map.of("cancel-job", false)), "savepoint", patience);
  }

  /**
   * Stops the job with a savepoint: everything it has read is on its topics and in its files, and
   * nothing is done twice after a restart from there.
   *
   * @return where the savepoint lies
   * @throws LocalRuntimeException if it cannot be made; the job goes on then
   */
  public String stop(Duration patience) {
    String savepoint =
        completed(client.post(path("/stop"), Map.of("drain", false)), "savepoint", patience);
    awaitOver(patience);
    return savepoint;
  }

  private String completed(JsonNode request, String what, Duration patience) {
    String query = path("/savepoints/" + request.path("request-id").asText());
    ProcessAwait.until(
        "the " + what + " is complete",
        patience,
        () ->
            client
                .tryGet(query)
                .filter(answer -> answer.path("status").path("id").asText().equals("COMPLETED"))
                .isPresent());
    JsonNode operation = client.get(query).path("operation");
    if (!operation.hasNonNull("location")) {
      throw new LocalRuntimeException(
          "The savepoint failed: "
              + RootCauses.root(operation.path("failure-cause").path("stack-trace").asText()));
    }
    return operation.path("location").asText();
  }

  /** Ends it where it is. Its last checkpoint stays, and another job may go on from there. */
  public void cancel(Duration patience) {
    client.patch(path("?mode=cancel"));
    awaitOver(patience);
  }

  private void awaitOver(Duration patience) {
    ProcessAwait.until(
        "the job " + id + " has ended",
        patience,
        () -> tryState().filter(JobState::over).isPresent());
  }

  private String path(String rest) {
    return "/jobs/" + id + rest;
  }

  /**
   * A job's checkpoints at one moment, as the job manager knows them that leads now.
   *
   * @param inProgress whether one is being made
   * @param completed how many were completed
   * @param lastBegun when the last completed one was begun; the epoch if there is none
   */
  public record CheckpointProgress(boolean inProgress, int completed, Instant lastBegun) {}

  /**
   * A completed one.
   *
   * @param path where it lies, to resume from
   * @param at when it was complete
   * @param took from its trigger to its completion
   * @param bytes its size
   */
  public record CheckpointInfo(long id, String path, Instant at, Duration took, long bytes) {}
}
