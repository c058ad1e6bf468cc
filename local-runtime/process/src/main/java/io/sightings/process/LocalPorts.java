package io.sightings.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class LocalPorts {

  private LocalPorts() {}

  /**
   * A port on which no process listens at this moment.
   *
   * @throws LocalRuntimeException if there is none
   */
  public static int free() {
    try {
      return bind(0);
    } catch (IOException e) {
      throw new LocalRuntimeException(
          "No port is free on this machine: " + e.getMessage() + ".", e);
    }
  }

  /** Whether a server could listen on a port at this moment. */
  public static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (IOException e) {
      // That is how a port is known to be taken.
      return false;
    }
  }

  private static int bind(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // As servers do: a connection that has just ended does not hold the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
