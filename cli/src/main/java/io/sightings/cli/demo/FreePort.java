package io.sightings.cli.demo;

import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port on which no process listens at this moment. */
final class FreePort {

  private FreePort() {}

  /**
   * @param wanted 0 for any
   * @throws CommandFailure if it is taken
   */
  static int of(int wanted) {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw CommandFailure.environment(
          wanted == 0
              ? "No port is free on this machine: " + e.getMessage() + "."
              : "--ui-port "
                  + wanted
                  + ": the port is in use; choose another, or leave the option out for a free one.",
          e);
    }
  }
}
