package io.sightings.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A job's own counters through Flink's REST API, summed over all tasks. Metrics are known there as
 * operator.group.name; only the name counts here.
 */
final class FlinkMetricsClient {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So many names fit into one request line. */
  private static final int NAMES_PER_REQUEST = 40;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI job;

  /**
   * @param rest Flink's REST endpoint
   * @param jobId the job, in hex
   */
  FlinkMetricsClient(URI rest, String jobId) {
    this.job = rest.resolve("/jobs/" + jobId);
  }

  /** Sums by metric name, of the metrics whose name is wanted. */
  Map<String, Double> sums(Predicate<String> wanted) throws IOException, InterruptedException {
    Map<String, Double> sums = new TreeMap<>();
    values(id -> wanted.test(name(id)))
        .forEach((id, value) -> sums.merge(name(id), value, Double::sum));
    return sums;
  }

  /**
   * Values by whole id, such as {@code operator.group.name}, summed over the parallel tasks.
   * Flink's own metrics of a task, which have no operator before their name, are left out.
   */
  Map<String, Double> values(Predicate<String> wanted) throws IOException, InterruptedException {
    Map<String, Double> values = new TreeMap<>();
    for (JsonNode vertex : get(job.toString()).path("vertices")) {
      String metrics = job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      List<String> ids = new ArrayList<>();
      for (JsonNode metric : get(metrics)) {
        String id = metric.path("id").asText();
        if (id.contains(".") && wanted.test(id)) {
          ids.add(id);
        }
      }
      for (int from = 0; from < ids.size(); from += NAMES_PER_REQUEST) {
        List<String> some = ids.subList(from, Math.min(ids.size(), from + NAMES_PER_REQUEST));
        String list = URLEncoder.encode(String.join(",", some), StandardCharsets.UTF_8);
        for (JsonNode value : get(metrics + "?agg=sum&get=" + list)) {
          values.merge(value.path("id").asText(), value.path("sum").asDouble(), Double::sum);
        }
      }
    }
    return values;
  }

  private static String name(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  private JsonNode get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(address + " answered with status " + response.statusCode());
    }
    return json.readTree(response.body());
  }
}
