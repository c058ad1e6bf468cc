package io.sightings.engine.model.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;

/** Words for an error of the network or the disk. */
final class IoReason {

  private IoReason() {}

  static String of(IOException e) {
    if (e instanceof UnknownHostException) {
      return "the host " + e.getMessage() + " is not known here (offline?)";
    }
    if (e instanceof SocketTimeoutException) {
      return "it does not answer in time";
    }
    if (e instanceof ConnectException) {
      return "it cannot be reached (" + e.getMessage() + ")";
    }
    if (e instanceof AccessDeniedException) {
      return "access to " + e.getMessage() + " is denied";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
