package io.sightings.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** One client of the server, from the accepted connection to its end. */
final class RtspConnection implements Runnable {
  private final CameraServer server;
  private final Socket socket;
  private final RtspSession session = new RtspSession(this);
  private final Object writing = new Object();
  private volatile boolean open = true;
  private Camera camera;
  private int number;

  RtspConnection(CameraServer server, Socket socket) {
    this.server = server;
    this.socket = socket;
  }

  @Override
  public void run() {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      for (RtspRequest request; open && (request = RtspRequest.read(in)) != null; ) {
        session.answer(request);
      }
      end("closed by the client");
    } catch (IOException e) {
      end("broken: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end("server closed");
    } finally {
      session.close();
      server.left(this);
    }
  }

  /** The camera a request is for; null if there is none. The first one is watched. */
  Camera find(RtspRequest request) {
    Camera found = server.find(request.path());
    if (found != null && camera == null) {
      camera = found;
      number = found.opened();
    }
    return found;
  }

  /** Which connection to the camera this is, from 0. */
  int number() {
    return number;
  }

  Socket socket() {
    return socket;
  }

  boolean open() {
    return open;
  }

  void write(byte[] bytes) throws IOException {
    synchronized (writing) {
      socket.getOutputStream().write(bytes);
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
