package io.sightings.ingest.http;

import io.sightings.ingest.settings.ServerSettings;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty as it is used here: few threads, bounded connections, nothing said of itself. */
final class JettyServer {
  private static final Logger LOG = LoggerFactory.getLogger(JettyServer.class);

  /** None of them ever waits for a client, for Kafka or for the disk. */
  private static final int THREADS = 8;

  private static final int CONNECTIONS = 512;
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private JettyServer() {}

  static Server of(ServerSettings settings) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("http");
    threads.setReservedThreads(0);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(
        Math.min(settings.requestTimeout().toMillis(), LONGEST_SILENCE.toMillis()));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    server.setErrorHandler(new ProblemErrors());
    server.setStopAtShutdown(false);
    return server;
  }

  /**
   * @return the port it listens on
   */
  static int start(Server server, ServerSettings settings) throws IOException {
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw new IOException(
          "the HTTP server cannot listen on %s:%d (%s): set server.host or server.port"
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
    new SlowHeads(connector, settings.requestTimeout()).watch();
    return connector.getLocalPort();
  }

  static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The HTTP server did not stop as it should", e);
    }
  }
}
