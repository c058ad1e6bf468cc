package io.sightings.cameras;

import io.sightings.cameras.clip.LabClip;
import io.sightings.cameras.rtp.RtpPacketizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One camera of a server. It films from the moment it is made, and frames are counted from there
 * (ordinals), whether anybody watches or not; frame n shows the number {@code clip.number(n)}.
 */
public final class SimulatedCamera {
  private final CameraServer server;
  private final String path;
  private final LabClip clip;
  private final CameraFrameClock clock;
  private final List<ViewerLog> watches = new ArrayList<>();
  private volatile CameraBehaviour behaviour = CameraBehaviour.good();
  private volatile @Nullable CameraCredentials credentials;

  SimulatedCamera(CameraServer server, String path, LabClip clip) {
    this.server = server;
    this.path = path;
    this.clip = clip;
    clock = new CameraFrameClock(clip.fps());
  }

  /**
   * Changes what it does. Faults of the pictures begin at once, also on connections that are open;
   * a stalled one goes on with the next key frame.
   */
  public SimulatedCamera behave(CameraBehaviour next) {
    behaviour = next;
    synchronized (watches) {
      watches.notifyAll();
    }
    return this;
  }

  /** From now on only with these. */
  public SimulatedCamera secured(@Nullable CameraCredentials required) {
    credentials = required;
    return this;
  }

  /** Where it is, with its credentials if it has any. */
  public String url() {
    CameraCredentials required = credentials;
    return url(required == null ? "" : required.userInfo());
  }

  /** Where it is, without credentials. */
  public String plainUrl() {
    return url("");
  }

  private String url(String userInfo) {
    CameraProtocol protocol = server.protocol();
    String host = userInfo + "127.0.0.1:" + server.port();
    return protocol.scheme() + "://" + host + "/" + path + protocol.suffix();
  }

  public LabClip clip() {
    return clip;
  }

  /** When a frame is taken, by the true clock. */
  public Instant time(long ordinal) {
    return clock.time(ordinal);
  }

  /** The latest frame taken at a time. */
  public long frameAt(Instant time) {
    return clock.at(time);
  }

  /** What every connection got so far, in the order of their first requests. */
  public List<ViewerLog> watches() {
    synchronized (watches) {
      return List.copyOf(watches);
    }
  }

  /** How many connections there were so far. */
  public int connections() {
    return watches().size();
  }

  /** How many frames were sent on all connections together. */
  public long framesSent() {
    return watches().stream().mapToLong(ViewerLog::frames).sum();
  }

  /**
   * Waits until something holds of the camera.
   *
   * @return whether it came to hold in time
   */
  public boolean await(Predicate<SimulatedCamera> condition, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (watches) {
      while (!condition.test(this)) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        watches.wait(left);
      }
      return true;
    }
  }

  CameraBehaviour behaviour() {
    return behaviour;
  }

  @Nullable CameraCredentials credentials() {
    return credentials;
  }

  String path() {
    return path;
  }

  CameraFrameClock clock() {
    return clock;
  }

  /** From frame to frame, in ticks of the video's clock. */
  long ticks(long ordinal) {
    return ordinal * RtpPacketizer.CLOCK / clip.fps();
  }

  /** A connection begins; the number says which. */
  int opened() {
    synchronized (watches) {
      watches.add(ViewerLog.opened(Instant.now()));
      watches.notifyAll();
      return watches.size() - 1;
    }
  }

  void sent(int connection, long ordinal, boolean garbled) {
    synchronized (watches) {
      watches.set(connection, watches.get(connection).sent(ordinal, garbled, Instant.now()));
      watches.notifyAll();
    }
  }

  void closed(int connection, String why) {
    synchronized (watches) {
      ViewerLog watch = watches.get(connection);
      if (watch.open()) {
        watches.set(connection, watch.closed(why, Instant.now()));
        watches.notifyAll();
      }
    }
  }
}
