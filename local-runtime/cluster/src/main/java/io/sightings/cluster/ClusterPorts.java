package io.sightings.cluster;

import io.sightings.cluster.process.ClusterException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
final class ClusterPorts {

  private ClusterPorts() {}

  /** A port on which no process listens at this moment. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new ClusterException("No port is free on this machine: " + e.getMessage(), e);
    }
  }
}
