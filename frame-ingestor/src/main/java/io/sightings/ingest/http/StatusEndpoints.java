package io.sightings.ingest.http;

import io.sightings.ingest.http.answer.HttpAnswers;
import io.sightings.ingest.http.upload.IngestBackend;
import io.sightings.ingest.monitor.SourceStatus;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Health and readiness of the ingestor. */
final class StatusEndpoints {
  private final IngestBackend backend;

  StatusEndpoints(IngestBackend backend) {
    this.backend = backend;
  }

  /** The answer of /health. */
  private record Health(
      String status,
      String version,
      long uptimeSeconds,
      boolean ready,
      @Nullable String reason,
      String kafka,
      List<SourceStatus> sources) {}

  /** The answer of /ready. */
  private record Ready(boolean ready, @Nullable String reason) {}

  void health(Request request, Response response, Callback callback, @Nullable String none) {
    Optional<String> problem = backend.problem().get();
    Health health =
        new Health(
            "up",
            backend.version(),
            ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
            problem.isEmpty(),
            problem.orElse(null),
            problem.orElse("reachable"),
            backend.monitors().status());
    HttpAnswers.json(request, response, callback, 200, health);
  }

  void ready(Request request, Response response, Callback callback, @Nullable String none) {
    Optional<String> problem = backend.problem().get();
    Ready ready = new Ready(problem.isEmpty(), problem.orElse(null));
    HttpAnswers.json(request, response, callback, ready.ready() ? 200 : 503, ready);
  }
}
