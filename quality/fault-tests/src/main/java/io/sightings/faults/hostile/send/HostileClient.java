package io.sightings.faults.hostile.send;

import io.sightings.faults.hostile.input.HostileInput.HostileRequest;
import io.sightings.faults.hostile.input.HostileInput.Manner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends bytes to a server as they are. It has an address of its own on this machine, so that a
 * bound per address does not meet the neighbours. For one thread.
 */
final class HostileClient implements AutoCloseable {
  private static final String OWN_ADDRESS = "127.0.0.66";

  /** Floods meet a bound per address, which must not meet the other requests. */
  private static final String FLOOD_ADDRESS = "127.0.0.67";

  private static final int READ_MILLIS = 45_000;
  private static final Duration DRIP = Duration.ofMillis(100);
  private static final int DRIPS = 25;
  private static final int FLOOD = 40;

  private final int port;
  private @Nullable Socket kept;
  private @Nullable InputStream keptIn;

  HostileClient(int port) {
    this.port = port;
  }

  private Socket connect(String from) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port), READ_MILLIS);
    socket.setSoTimeout(READ_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Returns all answers, in their order; none where the client did not wait for any. */
  List<RawHttpResponse> send(HostileRequest request) throws IOException {
    if (request.manner() == Manner.KEEPS) {
      return List.of(keep(request.bytes()));
    }
    if (request.manner() == Manner.FLOODS) {
      flood(request.bytes());
      return List.of();
    }
    try (Socket socket = connect(OWN_ADDRESS)) {
      write(socket, request.bytes());
      switch (request.manner()) {
        case LEAVES -> {
          return List.of();
        }
        case RESETS -> {
          socket.setSoLinger(true, 0);
          return List.of();
        }
        case DRIPS -> {
          return drip(socket);
        }
        case HALF_CLOSES -> socket.shutdownOutput();
        default -> {}
      }
      return answers(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private RawHttpResponse keep(byte[] bytes) throws IOException {
    for (boolean again = kept != null; ; again = false) {
      try {
        if (kept == null || keptIn == null) {
          kept = connect(OWN_ADDRESS);
          keptIn = new BufferedInputStream(kept.getInputStream());
        }
        write(kept, bytes);
        RawHttpResponse answer = RawHttpResponse.read(keptIn);
        if (answer.closes()) {
          close();
        }
        if (answer.status() != 0 || !again) {
          return answer;
        }
      } catch (IOException e) {
        close();
        // The server may have closed a connection that was idle.
        if (!again) {
          throw e;
        }
      }
    }
  }

  /** A server that has had enough of a request closes; its answer is there all the same. */
  private static void write(Socket socket, byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException refused) {
      return;
    }
  }

  private static List<RawHttpResponse> answers(InputStream in) throws IOException {
    List<RawHttpResponse> answers = new ArrayList<>();
    for (RawHttpResponse next; (next = RawHttpResponse.read(in)).status() != 0; ) {
      answers.add(next);
    }
    return answers;
  }

  private static List<RawHttpResponse> drip(Socket socket) throws IOException {
    for (int i = 0; i < DRIPS && socket.getInputStream().available() == 0; i++) {
      write(socket, new byte[] {'x'});
      LockSupport.parkNanos(DRIP.toNanos());
    }
    return socket.getInputStream().available() > 0 ? answers(socket.getInputStream()) : List.of();
  }

  private void flood(byte[] bytes) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < FLOOD; i++) {
        Socket socket = connect(FLOOD_ADDRESS);
        sockets.add(socket);
        write(socket, bytes);
      }
      LockSupport.parkNanos(DRIP.toNanos());
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }
}
