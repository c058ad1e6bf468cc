package io.sightings.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.ingest.monitor.SourceStatus;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the ingestor says of itself to whoever asks. */
final class StatusEndpoints {
  private static final String INDEX =
      """
      Sightings: frame ingestor

      POST /v1/sources/{id}/images   a picture, or several as multipart/form-data
      POST /v1/sources/{id}/videos   a video
      GET  /health                   what each source is doing
      GET  /ready                    200 if pictures can be taken now, else 503
      GET  /metrics                  the same for Prometheus

      Uploads need the header Authorization: Bearer TOKEN and a source declared with upload: true.
      The time of capture is told by ?capturedAt= or the header X-Captured-At (ISO-8601 with a zone).
      """;

  private final Backend backend;

  StatusEndpoints(Backend backend) {
    this.backend = backend;
  }

  /** The answer of /health. */
  private record Health(
      String status,
      String version,
      long uptimeSeconds,
      boolean ready,
      String reason,
      String kafka,
      List<SourceStatus> sources) {}

  /** The answer of /ready. */
  private record Ready(boolean ready, String reason) {}

  void index(Request request, Response response, Callback callback, String none) {
    Answers.bytes(
        request, response, callback, 200, "text/plain; charset=utf-8", INDEX.getBytes(UTF_8));
  }

  void health(Request request, Response response, Callback callback, String none) {
    ServiceStatus service = backend.service().get();
    Health health =
        new Health(
            "up",
            service.version(),
            ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
            service.ready(),
            service.reason(),
            service.kafka(),
            backend.monitors().status());
    Answers.json(request, response, callback, 200, health);
  }

  void ready(Request request, Response response, Callback callback, String none) {
    ServiceStatus service = backend.service().get();
    Ready ready = new Ready(service.ready(), service.reason());
    Answers.json(request, response, callback, service.ready() ? 200 : 503, ready);
  }
}
