package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends what no HTTP client would. */
record RawClient(int port) {
  private static final int READ_MILLIS = 30_000;
  private static final Duration DRIP = Duration.ofMillis(100);
  private static final int DRIPS = 200;

  /**
   * @return the status that was answered; 0 where nothing was
   */
  int send(Hostile upload) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(READ_MILLIS);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(upload.bytes());
        out.flush();
      } catch (IOException refused) {
        // The server has had enough; what it says comes all the same.
        return status(socket);
      }
      switch (upload.manner()) {
        case LEAVES -> {
          return 0;
        }
        case RESETS -> {
          socket.setSoLinger(true, 0);
          return 0;
        }
        case HALF_CLOSES -> socket.shutdownOutput();
        case DRIPS -> drip(socket, out);
        default -> {}
      }
      return status(socket);
    }
  }

  private static void drip(Socket socket, OutputStream out) throws IOException {
    for (int i = 0; i < DRIPS && socket.getInputStream().available() == 0; i++) {
      out.write('x');
      out.flush();
      LockSupport.parkNanos(DRIP.toNanos());
    }
  }

  private static int status(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    String line = in.readLine();
    if (line == null || !line.startsWith("HTTP/1.1 ")) {
      return 0;
    }
    int status = Integer.parseInt(line.substring(9, 12));
    while (in.readLine() != null) {
      // To its end, so that the connection is closed in peace.
    }
    return status;
  }
}
