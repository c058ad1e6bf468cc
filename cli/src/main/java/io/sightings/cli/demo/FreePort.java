package io.sightings.cli.demo;

import io.sightings.cli.console.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port nobody listens on at this moment. */
final class FreePort {

  private FreePort() {}

  static int find() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw Failure.environment("No free port on this machine: " + e.getMessage() + ".", e);
    }
  }
}
