package io.sightings.ingest.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;

/**
 * Bounds the connections that one client address holds open. The server closes a further one before
 * it reads from it, so that one address cannot use up what all share.
 */
final class AddressLimit implements Connection.Listener {
  private final int limit;
  private final Runnable refused;
  private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

  /** A closed connection does not know its address any more. */
  private final Map<Connection, InetAddress> addresses = new ConcurrentHashMap<>();

  /**
   * @param limit connections per address
   * @param refused runs for each connection that is closed
   */
  AddressLimit(int limit, Runnable refused) {
    this.limit = limit;
    this.refused = refused;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress client) {
      addresses.put(connection, client.getAddress());
      if (open.merge(client.getAddress(), 1, Integer::sum) > limit) {
        refused.run();
        connection.getEndPoint().close();
      }
    }
  }

  @Override
  public void onClosed(Connection connection) {
    InetAddress address = addresses.remove(connection);
    if (address != null) {
      open.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }
  }
}
