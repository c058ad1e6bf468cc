package io.sightings.cameras;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightings.cameras.clip.LabClip;
import io.sightings.cameras.gst.GstProcess;
import io.sightings.cameras.gst.GstreamerInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GStreamer's RTSP server in a process of its own: cameras by somebody else's hand, where it is
 * installed. It serves on this machine only and ends with this process. The cameras are {@code
 * cam0}, {@code cam1} and so on; all clients of one get the same packets.
 */
public final class GstRtspServer implements AutoCloseable {
  private final GstFolder folder;
  private final String python;
  private final @Nullable CameraCredentials credentials;
  private final List<LabClip> clips;
  private final Instant began = Instant.now();
  private int port;
  private @Nullable GstProcess process;

  private GstRtspServer(int port, @Nullable CameraCredentials credentials, List<LabClip> clips)
      throws IOException {
    this.port = port;
    this.credentials = credentials;
    this.clips = List.copyOf(clips);
    python =
        GstreamerInstallation.python()
            .orElseThrow(() -> new IOException(missing().orElse("no Python can run it any more")));
    folder = GstFolder.create(clips);
  }

  /** Why it cannot run here; empty if it can. Takes a second to find out. */
  public static Optional<String> missing() {
    return GstreamerInstallation.python().isEmpty()
        ? Optional.of("no Python here has GStreamer's RTSP server (gir1.2-gst-rtsp-server-1.0)")
        : GstreamerInstallation.missing("appsrc", "rtph264pay", "rtph265pay");
  }

  /** One camera for every clip, on a free port. */
  public static GstRtspServer start(LabClip... clips) {
    return start(0, null, List.of(clips));
  }

  /**
   * One camera for every clip.
   *
   * @param port 0 for any free one
   * @param credentials null for none
   * @throws UncheckedIOException if it does not start; with what it printed
   */
  public static GstRtspServer start(
      int port, @Nullable CameraCredentials credentials, List<LabClip> clips) {
    try {
      GstRtspServer server = new GstRtspServer(port, credentials, clips);
      server.launch();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("GStreamer's RTSP server does not start", e);
    }
  }

  public int port() {
    return port;
  }

  /** The camera of the clip of that index. */
  public GstCamera camera(int index) {
    String path = "cam" + index;
    String userInfo = credentials == null ? "" : credentials.userInfo();
    String url = "rtsp://" + userInfo + "127.0.0.1:" + port + "/" + path;
    return new GstCamera(path, clips.get(index), url, began);
  }

  public List<GstCamera> cameras() {
    List<GstCamera> cameras = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      cameras.add(camera(i));
    }
    return cameras;
  }

  /** The server's process, for those who want to know what it costs. */
  public ProcessHandle process() {
    return running().handle();
  }

  private GstProcess running() {
    return Objects.requireNonNull(process);
  }

  /** Ends it as kill -9 does. */
  public void switchOff() {
    running().kill();
  }

  /** Starts it again, on the same port; frames are counted on as if it had never stopped. */
  public void switchOn() {
    running().close();
    try {
      launch();
    } catch (IOException e) {
      throw new UncheckedIOException("GStreamer's RTSP server does not start again", e);
    }
  }

  private void launch() throws IOException {
    String order = folder.order(port, began, credentials, clips);
    process = GstProcess.start(List.of(python, folder.script().toString()), order, folder.log());
    port = new ObjectMapper().readTree(process.ready()).path("port").asInt();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
    folder.delete();
  }

  /**
   * One camera of a {@link GstRtspServer}. It films from the start of the server, whether anybody
   * watches or not; frame n (its ordinal) shows the number {@code clip.number(n)}.
   *
   * @param url with credentials if there are any
   * @param began when frame 0 was taken
   */
  public record GstCamera(String path, LabClip clip, String url, Instant began) {
    /** When a frame is taken, to some milliseconds. */
    public Instant time(long ordinal) {
      return began.plusNanos(ordinal * 1_000_000_000L / clip.fps());
    }

    /** The latest frame taken at a time. */
    public long frameAt(Instant time) {
      return Math.floorDiv(Duration.between(began, time).toNanos() * clip.fps(), 1_000_000_000L);
    }

    /** Without the URL, which may hold a password. */
    @Override
    public String toString() {
      return "camera " + path + " filming " + clip;
    }
  }
}
