package io.sightings.cameras;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The ways of a camera not to show anything, which all protocols share. */
final class CameraRefusal {
  private CameraRefusal() {}

  /**
   * The camera at a path. Refuses as its behaviour wants it, and where there is none.
   *
   * @return empty if the request was refused
   */
  static Optional<SimulatedCamera> admit(
      ServerConnection connection, String path, CameraRequest request)
      throws IOException, InterruptedException {
    SimulatedCamera camera = connection.find(path);
    if (camera == null) {
      connection.write(new CameraResponse("404 Not Found", request).bytes());
      return Optional.empty();
    }
    return !connection.silent() && admits(connection, camera, request)
        ? Optional.of(camera)
        : Optional.empty();
  }

  private static boolean admits(
      ServerConnection connection, SimulatedCamera camera, CameraRequest request)
      throws IOException, InterruptedException {
    CameraBehaviour behaviour = camera.behaviour();
    if (connection.number() >= behaviour.served()) {
      connection.rst("not served any more");
      return false;
    }
    switch (behaviour.handshake()) {
      case SILENT -> connection.silence();
      case FIN -> connection.fin("closed at " + request.method());
      case RST -> connection.rst("reset at " + request.method());
      case UNAUTHORIZED -> challenge(connection, camera, request);
      case NOT_FOUND -> connection.write(new CameraResponse("404 Not Found", request).bytes());
      case UNAVAILABLE ->
          connection.write(new CameraResponse("503 Service Unavailable", request).bytes());
      case ENDLESS_HEADERS -> endlessHeaders(connection, request);
      default -> {
        return identified(connection, camera, request);
      }
    }
    return false;
  }

  private static boolean identified(
      ServerConnection connection, SimulatedCamera camera, CameraRequest request)
      throws IOException {
    CameraCredentials credentials = camera.credentials();
    if (credentials == null
        || request.method().equals("OPTIONS")
        || connection.doorkeeper().admits(credentials, request)) {
      return true;
    }
    challenge(connection, camera, request);
    return false;
  }

  private static void challenge(
      ServerConnection connection, SimulatedCamera camera, CameraRequest request)
      throws IOException {
    CameraCredentials credentials = camera.credentials();
    CameraCredentials.Scheme scheme =
        credentials == null ? CameraCredentials.Scheme.DIGEST : credentials.scheme();
    connection.write(
        new CameraResponse("401 Unauthorized", request)
            .header("WWW-Authenticate", connection.doorkeeper().challenge(scheme))
            .bytes());
  }

  private static void endlessHeaders(ServerConnection connection, CameraRequest request)
      throws IOException, InterruptedException {
    connection.write(new CameraResponse("200 OK", request).unfinished());
    byte[] headers = "X-Header: and so on\r\n".repeat(50).getBytes(StandardCharsets.UTF_8);
    while (connection.open()) {
      connection.write(headers);
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
