package io.sightings.ingest.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sightings.ingest.http.answer.HttpAnswers;
import io.sightings.ingest.http.upload.IngestBackend;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The metrics of the sources and of the server itself, for Prometheus to fetch. */
final class MetricsEndpoint implements HttpRouter.Endpoint, RequestLog {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ExpositionFormats formats = ExpositionFormats.init();
  private final Counter requests =
      Counter.builder()
          .name("sightings_ingest_http_requests_total")
          .help("HTTP requests by route and status")
          .labelNames("route", "status")
          .register(registry);
  private final Counter refused =
      Counter.builder()
          .name("sightings_ingest_http_connections_refused_total")
          .help("Connections closed at once, as their address held too many")
          .labelNames("server")
          .register(registry);

  /**
   * @param state the folder whose disk is looked at with each scrape
   */
  MetricsEndpoint(IngestBackend backend, Path state) {
    registry.register(new SourceMetrics(backend.monitors()));
    Info.builder()
        .name("sightings_ingest_build_info")
        .help("The version that is running")
        .labelNames("version")
        .register(registry)
        .addLabelValues(backend.version());
    GaugeWithCallback.builder()
        .name("sightings_ingest_state_usable_bytes")
        .help("Bytes left on the disk of the state folder")
        .callback(callback -> callback.call(state.toFile().getUsableSpace()))
        .register(registry);
  }

  @Override
  public void answer(Request request, Response response, Callback callback, @Nullable String none) {
    ExpositionFormatWriter writer = formats.findWriter(request.getHeaders().get(HttpHeader.ACCEPT));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    HttpAnswers.bytes(request, response, callback, 200, writer.getContentType(), out.toByteArray());
  }

  /** What counts a connection that a server closes at once. */
  Runnable refusals(String server) {
    return refused.labelValues(server)::inc;
  }

  /** Counts a request that is over; called for those too that never were requests. */
  @Override
  public void log(Request request, Response response) {
    Object route = request.getAttribute(HttpAnswers.ROUTE);
    String label = (route instanceof HttpRoute known ? known : HttpRoute.OTHER).label();
    requests.labelValues(label, Integer.toString(response.getStatus())).inc();
  }
}
