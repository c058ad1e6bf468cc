package io.sightings.cameras;

import io.sightings.cameras.clip.LabClip;
import java.time.Duration;
import java.time.Instant;

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
