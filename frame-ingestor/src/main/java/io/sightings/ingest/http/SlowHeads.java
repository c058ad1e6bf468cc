package io.sightings.ingest.http;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Closes connections on which the head of a request drips in so slowly that it never ends, and no
 * idle timeout ever ends it. A head has at least the patience to come in, and at most three times
 * that. Silent connections are left to the idle timeout.
 */
final class SlowHeads implements Runnable {
  private final ServerConnector connector;
  private final Duration patience;
  private Map<Connection, Seen> before = Map.of();

  /**
   * A connection at the last look.
   *
   * @param begun requests whose heads were complete
   * @param bytes that had come in
   * @param dripping whether some of them belong to a head that is not complete
   */
  private record Seen(long begun, long bytes, boolean dripping) {
    private static final Seen NEW = new Seen(0, 0, false);
  }

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
    Map<Connection, Seen> now = new IdentityHashMap<>();
    for (EndPoint end : connector.getConnectedEndPoints()) {
      Connection connection = end.getConnection();
      if (connection != null) {
        Seen last = before.getOrDefault(connection, Seen.NEW);
        Seen seen = look(connection, last);
        if (last.dripping() && seen.dripping()) {
          end.close();
        } else {
          now.put(connection, seen);
        }
      }
    }
    before = now;
    watch();
  }

  private static Seen look(Connection connection, Seen last) {
    long begun = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    boolean quiet = begun == connection.getMessagesOut() && begun == last.begun();
    return new Seen(begun, bytes, quiet && (last.dripping() || bytes > last.bytes()));
  }
}
