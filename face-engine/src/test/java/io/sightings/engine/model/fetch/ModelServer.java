package io.sightings.engine.model.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves one content, and continues where a client asks it to. */
final class ModelServer implements AutoCloseable {
  private final HttpServer server;
  private final byte[] content;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile int breakAfter = Integer.MAX_VALUE;

  ModelServer(byte[] content) throws IOException {
    this.content = content;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    int length = content.length - from;
    int written = Math.min(length, breakAfter);
    exchange.sendResponseHeaders(range == null ? 200 : 206, length);
    OutputStream out = exchange.getResponseBody();
    out.write(content, from, written);
    out.flush();
    sent.addAndGet(written);
    if (written < length) {
      throw new IOException("the server ends the connection before all was sent");
    }
    exchange.close();
  }

  /** From now on, connections end after so many bytes. */
  void breakAfter(int bytes) {
    breakAfter = bytes;
  }

  int requests() {
    return requests.get();
  }

  /** Bytes of the content that were sent, repeated ones counted again. */
  int sent() {
    return sent.get();
  }

  String url() {
    return "http://"
        + server.getAddress().getHostString()
        + ":"
        + server.getAddress().getPort()
        + "/mine.onnx";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
