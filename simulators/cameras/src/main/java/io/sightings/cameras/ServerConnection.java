package io.sightings.cameras;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client of the server, from the accepted connection to its end. */
final class ServerConnection implements Runnable {
  private static final int TRICKLES_PER_SECOND = 20;

  private final CameraServer server;
  private final Socket socket;
  private final ClientConversation conversation;
  private final Object writing = new Object();
  private volatile boolean open = true;
  private volatile int throttle = Integer.MAX_VALUE;
  private boolean silent;
  private volatile @Nullable SimulatedCamera camera;
  private volatile int number;

  ServerConnection(CameraServer server, Socket socket) {
    this.server = server;
    this.socket = socket;
    conversation = server.protocol().converse(this);
  }

  @Override
  public void run() {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      for (CameraRequest request; open && (request = CameraRequest.read(in)) != null; ) {
        conversation.answer(request);
      }
      end("closed by the client");
    } catch (IOException e) {
      end("broken: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end("server closed");
    } finally {
      conversation.close();
      server.left(this);
    }
  }

  /** The camera at a path. The first one is watched. */
  @Nullable SimulatedCamera find(String path) {
    SimulatedCamera found = server.find(path);
    if (found != null && camera == null) {
      number = found.opened();
      camera = found;
    }
    return found;
  }

  /** Which connection to the camera this is, from 0. */
  int number() {
    return number;
  }

  AuthGuard doorkeeper() {
    return server.doorkeeper();
  }

  Socket socket() {
    return socket;
  }

  boolean open() {
    return open;
  }

  /** Says nothing more. */
  void silence() {
    silent = true;
  }

  boolean silent() {
    return silent;
  }

  Thread start(CameraPlayer player) {
    return CameraServer.daemon(player, "camera-player");
  }

  /** From now on no more than so many bytes a second. */
  void throttle(int bytesPerSecond) {
    throttle = bytesPerSecond;
  }

  void write(byte[] bytes) throws IOException {
    synchronized (writing) {
      if (throttle == Integer.MAX_VALUE) {
        socket.getOutputStream().write(bytes);
      } else {
        trickle(bytes);
      }
    }
  }

  private void trickle(byte[] bytes) throws IOException {
    int most = Math.max(1, throttle / TRICKLES_PER_SECOND);
    try {
      for (int from = 0; open && from < bytes.length; from += most) {
        int count = Math.min(most, bytes.length - from);
        socket.getOutputStream().write(bytes, from, count);
        TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(count) / throttle);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while bytes trickled");
    }
  }

  /** Closes in good order: what has been written still arrives. */
  void fin(String why) throws IOException {
    ended(why);
    socket.shutdownOutput();
    socket.close();
  }

  /** Resets the connection. */
  void rst(String why) throws IOException {
    ended(why);
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Closes it however that goes; does nothing if it is closed. */
  void end(String why) {
    ended(why);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket cannot be closed", e);
    }
  }

  private void ended(String why) {
    open = false;
    if (camera != null) {
      camera.closed(number, why);
    }
  }
}
