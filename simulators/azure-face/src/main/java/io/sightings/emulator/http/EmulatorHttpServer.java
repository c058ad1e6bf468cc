package io.sightings.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server. */
public final class EmulatorHttpServer {
  private static final int THREADS = 64;

  /** Longer than any caller waits: it is the caller's business to give up. */
  private static final long IDLE_MILLIS = 600_000;

  private final Server server;
  private final ServerConnector connector;

  public EmulatorHttpServer(String host, int port) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("face-service");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.setStopTimeout(0); // calls that are never answered are not waited for
  }

  /** The first handler that wants a call gets it. */
  public void start(Handler... handlers) {
    server.setHandler(new Handler.Sequence(handlers));
    try {
      server.start();
    } catch (IOException e) {
      stop();
      throw new UncheckedIOException(
          "Nothing can listen at "
              + connector.getHost()
              + ":"
              + connector.getPort()
              + " ("
              + e.getMessage()
              + "): choose another port.",
          e);
    } catch (Exception e) {
      stop();
      throw new IllegalStateException("The HTTP server does not start.", e);
    }
  }

  /** The port it listens at. */
  public int port() {
    return connector.getLocalPort();
  }

  public void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server does not stop.", e);
    }
  }
}
