package io.sightings.toolkit.broker;

import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
public final class TcpPort {

  private TcpPort() {}

  /** A port on which no process listens at this moment. */
  public static int free() {
    try {
      return bound(0);
    } catch (IOException e) {
      throw CommandFailure.environment(
          "No port is free on this machine: " + e.getMessage() + ".", e);
    }
  }

  /**
   * @param option with which another can be chosen
   */
  public static void requireFree(String option, int port) {
    try {
      bound(port);
    } catch (IOException e) {
      throw CommandFailure.environment(
          "The port " + port + " is taken by another process: choose another with " + option + ".",
          e);
    }
  }

  private static int bound(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: a connection that has just ended does not hold the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
