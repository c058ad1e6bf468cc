package io.sightings.ingest.http;

import io.sightings.ingest.http.upload.Uploads;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.ServerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ingestor's HTTP server, from the start until it is closed. */
public final class IngestServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestServer.class);

  /** What a running upload may still take when the server is closed. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  /** When it has taken that long, it is ended, and there is time to say so. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Server server;
  private final Uploads uploads;
  private final int port;

  private IngestServer(Server server, Uploads uploads, int port) {
    this.server = server;
    this.uploads = uploads;
    this.port = port;
  }

  /**
   * Listens, and answers until it is closed.
   *
   * @throws IOException if it cannot listen; the text says where and how to mend it
   */
  public static IngestServer start(IngestorSettings settings, Backend backend) throws IOException {
    ServerSettings bounds = settings.server();
    MetricsEndpoint metrics = new MetricsEndpoint(backend);
    StatusEndpoints status = new StatusEndpoints(backend);
    Uploads uploads = new Uploads(settings, backend);
    Router router =
        new Router(
            Map.of(
                Route.INDEX, status::index,
                Route.HEALTH, status::health,
                Route.READY, status::ready,
                Route.METRICS, metrics,
                Route.IMAGES, uploads::images,
                Route.VIDEOS, uploads::videos));
    Server server = JettyServer.of(bounds);
    server.setHandler(new GracefulHandler(router));
    server.setRequestLog(metrics);
    server.setStopTimeout(LONGEST_STOP.toMillis());
    int port = JettyServer.start(server, bounds);
    LOG.info("Listening on {}:{}", bounds.host(), port);
    return new IngestServer(server, uploads, port);
  }

  /** Where it listens; of use where the settings left that to the system. */
  public int port() {
    return port;
  }

  /** Takes no more requests, and lets those end that are being answered, within some seconds. */
  @Override
  public void close() {
    server.getScheduler().schedule(uploads::giveUp, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    JettyServer.stop(server);
    uploads.close();
  }
}
