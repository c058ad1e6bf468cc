package io.sightings.ingest.http;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import io.sightings.ingest.http.upload.IngestBackend;
import io.sightings.ingest.http.upload.UploadEndpoint;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ingestor's HTTP servers, from the start until they are closed: one takes uploads, the other
 * gives health, readiness and metrics and stays reachable under any load on the first one.
 */
public final class IngestServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestServer.class);

  /** A running upload may take that long when the server is closed; then it is ended. */
  private static final Duration UPLOAD_STOP_TIMEOUT = Duration.ofSeconds(8);

  private final JettyServer status;
  private final JettyServer uploads;
  private final UploadEndpoint endpoint;

  private IngestServer(JettyServer status, JettyServer uploads, UploadEndpoint endpoint) {
    this.status = status;
    this.uploads = uploads;
    this.endpoint = endpoint;
  }

  /**
   * Listens, and answers until it is closed.
   *
   * @throws IOException if it cannot listen; the text says where and how to mend it
   */
  public static IngestServer start(IngestorSettings settings, IngestBackend backend)
      throws IOException {
    MetricsEndpoint metrics = new MetricsEndpoint(backend, Path.of(settings.state()));
    UploadEndpoint endpoint = new UploadEndpoint(settings, backend);
    JettyServer status = null;
    try {
      status =
          JettyServer.start(
              ServerPlan.status(settings.server()), statusRoutes(backend, metrics), metrics);
      JettyServer uploads =
          JettyServer.start(
              ServerPlan.uploads(settings.server()),
              uploadRoutes(endpoint, status.port()),
              metrics);
      LOG.info("Uploads at {}:{}", settings.server().host(), uploads.port());
      LOG.info("Health and metrics at {}:{}", settings.server().statusAddress(), status.port());
      return new IngestServer(status, uploads, endpoint);
    } catch (IOException | RuntimeException e) {
      if (status != null) {
        status.close();
      }
      endpoint.close();
      throw e;
    }
  }

  private static HttpRouter statusRoutes(IngestBackend backend, MetricsEndpoint metrics) {
    StatusEndpoints status = new StatusEndpoints(backend);
    return new HttpRouter(
        Map.of(
            HttpRoute.INDEX, IndexPages::status,
            HttpRoute.HEALTH, status::health,
            HttpRoute.READY, status::ready,
            HttpRoute.METRICS, metrics));
  }

  private static HttpRouter uploadRoutes(UploadEndpoint uploads, int statusPort) {
    HttpRouter.Endpoint moved =
        (request, response, callback, none) -> {
          throw new ProblemException(
              ProblemKind.NOT_FOUND,
              "Health, readiness and metrics are at port %d (server.statusPort)."
                  .formatted(statusPort));
        };
    return new HttpRouter(
        Map.of(
            HttpRoute.INDEX,
            IndexPages.uploads(statusPort),
            HttpRoute.HEALTH,
            moved,
            HttpRoute.READY,
            moved,
            HttpRoute.METRICS,
            moved,
            HttpRoute.IMAGES,
            (request, response, callback, id) ->
                uploads.images(request, response, callback, String.valueOf(id)),
            HttpRoute.VIDEOS,
            (request, response, callback, id) ->
                uploads.videos(request, response, callback, String.valueOf(id))));
  }

  /** Where uploads are taken; of use where the settings left that to the system. */
  public int port() {
    return uploads.port();
  }

  /** Where health, readiness and metrics are. */
  public int statusPort() {
    return status.port();
  }

  /** Takes no more requests, and lets those end that are being answered, within some seconds. */
  @Override
  public void close() {
    uploads
        .server()
        .getScheduler()
        .schedule(endpoint::giveUp, UPLOAD_STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    uploads.close();
    endpoint.close();
    status.close();
  }
}
