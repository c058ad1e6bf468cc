package io.sightings.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.cluster.process.ClusterException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/** The stages of a job: what they have read and counted, and where they are at work. */
public final class JobVertices {
  private final FlinkRestClient client;
  private final String path;

  JobVertices(FlinkRestClient client, String job) {
    this.client = client;
    this.path = "/jobs/" + job;
  }

  /**
   * How many records a stage has read since the job was submitted or last restarted, as of the last
   * time Flink fetched its metrics.
   *
   * @param stage with whose name the name of its vertex begins
   */
  public long recordsRead(String stage) {
    for (JsonNode vertex : client.get(path).path("vertices")) {
      if (vertex.path("name").asText().startsWith(stage)) {
        return vertex.path("metrics").path("read-records").asLong();
      }
    }
    throw new ClusterException(path + " has no stage " + stage + ".");
  }

  /**
   * A counter of its operators, added up over all their instances, as they have counted since they
   * started last.
   *
   * @param name such as failedCommittables
   */
  public long operatorCounter(String name) {
    long sum = 0;
    for (JsonNode vertex : client.get(path).path("vertices")) {
      String metrics = path + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      for (JsonNode metric : client.get(metrics)) {
        String id = metric.path("id").asText();
        if (id.endsWith("." + name)) {
          String query = "?get=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
          sum += client.get(metrics + query).path(0).path("sum").asLong();
        }
      }
    }
    return sum;
  }

  /** Names of the task managers its tasks are on, in order. */
  public SortedSet<String> taskManagers() {
    SortedSet<String> names = new TreeSet<>();
    for (JsonNode vertex : client.get(path).path("vertices")) {
      client
          .get(path + "/vertices/" + vertex.path("id").asText())
          .path("subtasks")
          .forEach(subtask -> names.add(subtask.path("taskmanager-id").asText()));
    }
    return names;
  }
}
