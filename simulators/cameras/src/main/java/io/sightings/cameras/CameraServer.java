package io.sightings.cameras;

import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine only with any number of cameras on one port, which do right or wrong as
 * they are told. It can be switched off and on, like a camera at its plug.
 */
public final class CameraServer implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final Map<String, SimulatedCamera> cameras = new ConcurrentHashMap<>();
  private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
  private final AuthGuard doorkeeper = new AuthGuard();
  private final CameraProtocol protocol;
  private final @Nullable SSLContext tls;
  private final int port;
  private @Nullable ServerSocket listener;
  private @Nullable Thread acceptor;
  private @Nullable Thread plug;
  private boolean closed;

  private CameraServer(CameraProtocol protocol, int port, @Nullable SSLContext tls)
      throws IOException {
    this.protocol = protocol;
    this.tls = tls;
    listener = listen(port);
    this.port = listener.getLocalPort();
  }

  /** RTSP on a free port. */
  public static CameraServer start() {
    return start(CameraProtocol.RTSP, 0);
  }

  /** On a free port. */
  public static CameraServer start(CameraProtocol protocol) {
    return start(protocol, 0);
  }

  /**
   * On a port of one's own choice; 0 takes any free one.
   *
   * @throws UncheckedIOException if it is taken
   */
  public static CameraServer start(CameraProtocol protocol, int port) {
    try {
      return new CameraServer(
          protocol, port, protocol.tls() ? SelfSignedCertificate.serverContext() : null);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be listened on", e);
    }
  }

  /**
   * On a free port, over TLS.
   *
   * @param tls has the certificate it shows
   */
  public static CameraServer start(CameraProtocol protocol, SSLContext tls) {
    try {
      return new CameraServer(protocol, 0, tls);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port can be listened on", e);
    }
  }

  public int port() {
    return port;
  }

  AuthGuard doorkeeper() {
    return doorkeeper;
  }

  CameraProtocol protocol() {
    return protocol;
  }

  /**
   * A new camera, which does everything right until it is told otherwise.
   *
   * @param path where it is found, without slash in front
   */
  public SimulatedCamera camera(String path, LabClip clip) {
    if (!protocol.codecs().contains(clip.codec())) {
      throw new IllegalArgumentException(clip + " cannot be shown by " + protocol + ".");
    }
    SimulatedCamera camera = new SimulatedCamera(this, path, clip);
    if (cameras.putIfAbsent(path, camera) != null) {
      throw new IllegalArgumentException("There is a camera at " + path + " already.");
    }
    return camera;
  }

  @Nullable SimulatedCamera find(String path) {
    return cameras.get(path);
  }

  void left(ServerConnection connection) {
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
    // Until the thread has left accept(), the kernel goes on taking connections.
    if (acceptor != null) {
      awaitEnd(acceptor);
    }
    connections.forEach(connection -> connection.end("switched off"));
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Listens again, on the same port. */
  public synchronized void switchOn() {
    if (listener != null || closed) {
      return;
    }
    try {
      listener = listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be listened on again", e);
    }
  }

  /**
   * Pulls the plug again and again.
   *
   * @param period from one time to the next
   * @param off how long it stays off, less than the period
   */
  public synchronized void restartEvery(Duration period, Duration off) {
    plug = daemon(() -> restart(period.minus(off), off), "camera-plug-" + port);
  }

  private void restart(Duration on, Duration off) {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(on.toNanos());
        switchOff();
        TimeUnit.NANOSECONDS.sleep(off.toNanos());
        switchOn();
      }
    } catch (InterruptedException e) {
      // The server is closed.
      Thread.currentThread().interrupt();
    }
  }

  private ServerSocket listen(int wanted) throws IOException {
    ServerSocket socket =
        tls == null ? new ServerSocket() : tls.getServerSocketFactory().createServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    acceptor = daemon(() -> accept(socket), "camera-server-" + socket.getLocalPort());
    return socket;
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        ServerConnection connection = new ServerConnection(this, socket.accept());
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

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (plug != null) {
      plug.interrupt();
    }
    switchOff();
  }
}
