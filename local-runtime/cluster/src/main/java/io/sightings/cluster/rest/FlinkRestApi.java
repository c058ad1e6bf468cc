package io.sightings.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.process.LocalRuntimeException;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster: what it has, what runs on it, and more work for it. */
public final class FlinkRestApi {
  private static final String BOUNDARY = "sightings-job-jar";

  private final FlinkRestClient client;

  public FlinkRestApi(FlinkRestClient client) {
    this.client = client;
  }

  /** Whether a job manager answers and knows the leader. */
  public boolean ready() {
    return client.tryGet("/overview").isPresent();
  }

  /** Ids of the task managers that the leader knows; none while there is no leader. */
  public List<String> taskManagers() {
    List<String> ids = new ArrayList<>();
    client
        .tryGet("/taskmanagers")
        .ifPresent(
            answer ->
                answer
                    .path("taskmanagers")
                    .forEach(manager -> ids.add(manager.path("id").asText())));
    return ids;
  }

  /**
   * @param id of a task manager
   * @param name such as Status.JVM.Memory.Metaspace.Used
   * @return as it was some seconds ago, or a moment ago after the first time it is asked for
   */
  public long taskManagerMetric(String id, String name) {
    JsonNode metric = client.get("/taskmanagers/" + id + "/metrics?get=" + name);
    if (metric.isEmpty()) {
      throw new LocalRuntimeException("The task manager " + id + " tells no " + name + " yet.");
    }
    return metric.get(0).path("value").asLong();
  }

  /** All jobs the leader remembers, the newest first. */
  public List<JobState> jobs() {
    List<JobState> jobs = new ArrayList<>();
    client.get("/jobs/overview").path("jobs").forEach(job -> jobs.add(state(job)));
    jobs.sort((one, other) -> other.since().compareTo(one.since()));
    return jobs;
  }

  static JobState state(JsonNode job) {
    JsonNode tasks = job.path("tasks");
    boolean all =
        tasks.path("running").asInt() + tasks.path("finished").asInt()
            == tasks.path("total").asInt();
    return state(job, all);
  }

  /**
   * @param all whether all its tasks are at work or done
   */
  static JobState state(JsonNode job, boolean all) {
    String state = job.path("state").asText();
    return new JobState(
        job.path("jid").asText(),
        job.path("name").asText(),
        state.equals("RUNNING") && !all ? "INITIALIZING" : state,
        Instant.ofEpochMilli(job.path("start-time").asLong()));
  }

  /** The newest job of a name that is not over. */
  public Optional<RunningJob> find(String name) {
    return jobs().stream()
        .filter(job -> job.name().equals(name) && !job.over())
        .findFirst()
        .map(job -> job(job.id()));
  }

  /**
   * @param id in hex
   */
  public RunningJob job(String id) {
    return new RunningJob(client, id);
  }

  /**
   * Submits a job; its jar is uploaded for that and deleted afterwards.
   *
   * @throws LocalRuntimeException if its main method fails, with the reason
   */
  public RunningJob submit(JobSubmission submission) {
    String jar = upload(submission.jar());
    try {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("programArgsList", submission.arguments());
      if (submission.parallelism() > 0) {
        request.put("parallelism", submission.parallelism());
      }
      if (!submission.savepoint().isEmpty()) {
        request.put("savepointPath", submission.savepoint());
      }
      return job(client.post("/jars/" + jar + "/run", request).path("jobid").asText());
    } finally {
      client.delete("/jars/" + jar);
    }
  }

  private String upload(Path jar) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, jar.getFileName())
            + "Content-Type: application/x-java-archive\r\n\r\n";
    try {
      BodyPublisher body =
          BodyPublishers.concat(
              text(head), BodyPublishers.ofFile(jar), text("\r\n--" + BOUNDARY + "--\r\n"));
      String stored =
          client
              .post("/jars/upload", "multipart/form-data; boundary=" + BOUNDARY, body)
              .path("filename")
              .asText();
      return Path.of(stored).getFileName().toString();
    } catch (FileNotFoundException e) {
      throw new LocalRuntimeException(jar + " is missing: build the project first.", e);
    }
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
  }
}
