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
 * idle timeout ever ends it. A head has 9 s to come in at least and 10 s at most. Silent
 * connections are left to the idle timeout.
 */
final class SlowHeads implements Runnable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** A head is noticed up to an interval after its first byte. */
  private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(9);

  private final ServerConnector connector;
  private Map<Connection, Seen> before = Map.of();

  /**
   * A connection at the last look.
   *
   * @param begun requests whose heads were complete
   * @param bytes that had come in
   * @param drippingSince when the first look found bytes of a head that is not complete, in
   *     nanoseconds of the system's clock; 0 where there are none
   */
  private record Seen(long begun, long bytes, long drippingSince) {
    private static final Seen NEW = new Seen(0, 0, 0);
  }

  SlowHeads(ServerConnector connector) {
    this.connector = connector;
  }

  /** Looks again and again, until the connector's scheduler is stopped. */
  void watch() {
    connector.getScheduler().schedule(this, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    long time = System.nanoTime();
    Map<Connection, Seen> now = new IdentityHashMap<>();
    for (EndPoint end : connector.getConnectedEndPoints()) {
      Connection connection = end.getConnection();
      if (connection != null) {
        Seen seen = look(connection, before.getOrDefault(connection, Seen.NEW), time);
        if (seen.drippingSince() != 0 && time - seen.drippingSince() >= HEAD_TIMEOUT.toNanos()) {
          end.close();
        } else {
          now.put(connection, seen);
        }
      }
    }
    before = now;
    watch();
  }

  private static Seen look(Connection connection, Seen last, long time) {
    long begun = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    boolean quiet = begun == connection.getMessagesOut() && begun == last.begun();
    boolean dripping = quiet && (last.drippingSince() != 0 || bytes > last.bytes());
    long since = last.drippingSince() == 0 ? time : last.drippingSince();
    return new Seen(begun, bytes, dripping ? since : 0);
  }
}
