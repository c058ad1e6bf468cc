package io.sightings.ingest.http;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Closes connections on which no request begins: silent ones, and those whose headers drip in so
 * slowly that no idle timeout ever ends them. A connection lives at least the patience and at most
 * twice as long without a request.
 */
final class SlowHeads implements Runnable {
  private final ServerConnector connector;
  private final Duration patience;

  /** How many requests each connection had begun at the last look. */
  private Map<Connection, Long> before = Map.of();

  SlowHeads(ServerConnector connector, Duration patience) {
    this.connector = connector;
    this.patience = patience;
  }

  /** Looks again and again, until the connector's scheduler is stopped. */
  void watch() {
    connector.getScheduler().schedule(this, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    Map<Connection, Long> now = new IdentityHashMap<>();
    for (EndPoint end : connector.getConnectedEndPoints()) {
      Connection connection = end.getConnection();
      if (connection == null) {
        continue;
      }
      long begun = connection.getMessagesIn();
      boolean atWork = begun > connection.getMessagesOut();
      if (!atWork && before.getOrDefault(connection, -1L) == begun) {
        end.close();
      } else {
        now.put(connection, begun);
      }
    }
    before = now;
    watch();
  }
}
