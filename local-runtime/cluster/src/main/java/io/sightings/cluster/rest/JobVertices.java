package io.sightings.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.process.LocalRuntimeException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The stages of a job: what they have read and counted, and where they are at work. */
public final class JobVertices {
  /** As many fit into one request line. */
  private static final int MAX_NAMES_PER_REQUEST = 40;

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
    throw new LocalRuntimeException(path + " has no stage " + stage + ".");
  }

  /**
   * A counter of its operators, added up over all their instances, as they have counted since they
   * started last.
   *
   * @param name such as failedCommittables
   */
  public long operatorCounter(String name) {
    return metrics(id -> id.endsWith("." + name)).values().stream()
        .mapToLong(Double::longValue)
        .sum();
  }

  /**
   * Metrics of its operators by id, such as {@code operator.group.name}, added up over all their
   * instances. Flink's own metrics of a task, which have no operator before their name, are left
   * out.
   *
   * @param wanted decides by the id
   */
  public Map<String, Double> metrics(Predicate<String> wanted) {
    Map<String, Double> sums = new TreeMap<>();
    for (JsonNode vertex : client.get(path).path("vertices")) {
      String metrics = path + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      List<String> ids = new ArrayList<>();
      for (JsonNode metric : client.get(metrics)) {
        String id = metric.path("id").asText();
        if (id.contains(".") && wanted.test(id)) {
          ids.add(id);
        }
      }
      for (int from = 0; from < ids.size(); from += MAX_NAMES_PER_REQUEST) {
        List<String> some = ids.subList(from, Math.min(ids.size(), from + MAX_NAMES_PER_REQUEST));
        String list = URLEncoder.encode(String.join(",", some), StandardCharsets.UTF_8);
        for (JsonNode value : client.get(metrics + "?agg=sum&get=" + list)) {
          sums.merge(value.path("id").asText(), value.path("sum").asDouble(), Double::sum);
        }
      }
    }
    return sums;
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
