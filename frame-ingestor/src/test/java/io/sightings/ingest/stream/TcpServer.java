package io.sightings.ingest.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on this machine that does one thing with every connection. */
public final class TcpServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  interface Work {
    void with(Socket connection) throws IOException;
  }

  private TcpServer(Work work) throws IOException {
    listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    daemon(() -> accept(work));
  }

  public static TcpServer doing(Work work) {
    try {
      return new TcpServer(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes connections and never says a word. */
  public static TcpServer silent() {
    return doing(
        connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()));
  }

  /** Answers every request with the same line and headers, and the number of the request. */
  public static TcpServer answering(String lines) {
    return doing(
        connection -> {
          StringBuilder request = new StringBuilder();
          for (int c; (c = connection.getInputStream().read()) >= 0; ) {
            request.append((char) c);
            if (request.toString().endsWith("\r\n\r\n")) {
              String number = request.toString().replaceAll("(?s).*CSeq: *(\\d+).*", "$1");
              String answer =
                  lines.strip().replace("\n", "\r\n") + "\r\nCSeq: " + number + "\r\n\r\n";
              connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
              request.setLength(0);
            }
          }
        });
  }

  public int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.size();
  }

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + port() + "/stream";
  }

  private void accept(Work work) {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.add(connection);
        daemon(() -> serve(connection, work));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void serve(Socket connection, Work work) {
    try (connection) {
      work.with(connection);
    } catch (IOException e) {
      // The reader has gone: that is what some of these tests are about.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "test-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
