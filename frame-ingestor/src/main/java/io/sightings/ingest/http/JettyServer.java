package io.sightings.ingest.http;

import io.sightings.ingest.http.answer.ProblemErrors;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jetty as it is used here: few threads, bounded connections, nothing said of itself. Two of them
 * share nothing, so that the load of one does not delay the other.
 */
final class JettyServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JettyServer.class);

  /** None of them ever waits for a client, for Kafka or for the disk. */
  private static final int THREADS = 8;

  /** What a running upload may still take when the server is closed. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final Server server;
  private final ServerConnector connector;

  private JettyServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens, and answers until it is closed.
   *
   * @throws IOException if it cannot listen; the text says where and how to mend it
   */
  static JettyServer start(ServerPlan plan, Handler handler, MetricsEndpoint metrics)
      throws IOException {
    Server server = of(plan);
    ServerConnector connector = connector(server, plan);
    connector.addBean(
        new AddressLimit(plan.connectionsPerAddress(), metrics.refusals(plan.name())));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(plan.connections(), connector));
    server.setHandler(new GracefulHandler(handler));
    server.setRequestLog(metrics);
    JettyServer started = new JettyServer(server, connector);
    try {
      server.start();
    } catch (Exception e) {
      started.close();
      throw new IOException(
          "the HTTP server cannot listen on %s:%d (%s): set %s"
              .formatted(plan.host(), plan.port(), e.getMessage(), plan.remedy()),
          e);
    }
    new SlowHeads(connector).watch();
    return started;
  }

  private static Server of(ServerPlan plan) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName(plan.name());
    threads.setReservedThreads(0);
    Server server = new Server(threads);
    server.setErrorHandler(new ProblemErrors());
    server.setStopAtShutdown(false);
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
    return server;
  }

  private static ServerConnector connector(Server server, ServerPlan plan) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(plan.host());
    connector.setPort(plan.port());
    connector.setIdleTimeout(plan.silence().toMillis());
    return connector;
  }

  /** Where it listens; of use where the plan leaves that to the system. */
  int port() {
    return connector.getLocalPort();
  }

  Server server() {
    return server;
  }

  /** Takes no more requests, and lets those end that are being answered, within some seconds. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The HTTP server did not stop as it should", e);
    }
  }
}
