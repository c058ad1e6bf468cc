package io.sightings.cameras.gst;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is installed of GStreamer; looked up by trying, since no list of packages tells. */
public final class GstreamerInstallation {
  public static final String LAUNCH = "gst-launch-1.0";

  private static final String INSPECT = "gst-inspect-1.0";
  private static final String SERVER =
      "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import GstRtspServer";

  /** The system's own one first: it is the one Debian's packages are for. */
  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  private static final int PATIENCE_SECONDS = 60;

  private GstreamerInstallation() {}

  /** Why elements (parts of pipelines) cannot be used; empty if they can. */
  public static Optional<String> missing(String... elements) {
    List<String> missing = new ArrayList<>();
    for (String element : elements) {
      try {
        if (!succeeds(INSPECT, "--exists", element)) {
          missing.add(element);
        }
      } catch (IOException e) {
        return Optional.of("there is no program " + INSPECT);
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("GStreamer here has no " + String.join(", ", missing));
  }

  /** A Python that can run GStreamer's RTSP server; empty if there is none. */
  public static Optional<String> python() {
    for (String python : PYTHONS) {
      try {
        if (succeeds(python, "-c", SERVER)) {
          return Optional.of(python);
        }
      } catch (IOException notInstalled) {
        // The next one may be.
      }
    }
    return Optional.empty();
  }

  private static boolean succeeds(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(Arrays.toString(command) + " does not end");
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while looking for GStreamer", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
