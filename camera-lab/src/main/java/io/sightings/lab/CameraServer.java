package io.sightings.lab;

import io.sightings.lab.clip.LabClip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An RTSP 1.0 server (RFC 2326) on this machine only, with any number of cameras on one port, which
 * do right or wrong as they are told. It can be switched off and on, as a camera's plug.
 */
public final class CameraServer implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final Map<String, Camera> cameras = new ConcurrentHashMap<>();
  private final Set<RtspConnection> connections = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket listener;

  private CameraServer(int port) throws IOException {
    listener = listen(port);
    this.port = listener.getLocalPort();
  }

  /** On a free port. */
  public static CameraServer start() {
    return start(0);
  }

  /**
   * On a port of one's own choice; 0 takes any free one.
   *
   * @throws UncheckedIOException if it is taken
   */
  public static CameraServer start(int port) {
    try {
      return new CameraServer(port);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be listened on", e);
    }
  }

  public int port() {
    return port;
  }

  /** A new camera, which does everything right until it is told otherwise. */
  public Camera camera(String path, LabClip clip) {
    Camera camera = new Camera(this, path, clip);
    if (cameras.putIfAbsent(path, camera) != null) {
      throw new IllegalArgumentException("There is a camera at " + path + " already.");
    }
    return camera;
  }

  Camera find(String path) {
    return cameras.get(path);
  }

  void left(RtspConnection connection) {
    connections.remove(connection);
  }

  /** Pulls the plug: connections are closed, new ones refused. */
  public synchronized void switchOff() {
    if (listener == null) {
      return;
    }
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be closed", e);
    }
    listener = null;
    connections.forEach(connection -> connection.end("switched off"));
  }

  /** Listens again, on the same port. */
  public synchronized void switchOn() {
    if (listener != null) {
      return;
    }
    try {
      listener = listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be listened on again", e);
    }
  }

  private ServerSocket listen(int wanted) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    daemon(() -> accept(socket), "camera-server-" + socket.getLocalPort());
    return socket;
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        RtspConnection connection = new RtspConnection(this, socket.accept());
        connections.add(connection);
        daemon(connection, "camera-connection");
        if (socket.isClosed()) {
          connection.end("switched off");
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException("cameras cannot be connected to any more", e);
        }
      }
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    switchOff();
  }
}
