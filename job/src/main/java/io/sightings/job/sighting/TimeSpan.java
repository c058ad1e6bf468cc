package io.sightings.job.sighting;

import java.time.Duration;
import java.util.List;

/**
 * When a visitor was there, and as which tracks.
 *
 * @param first the first face, in milliseconds of the source's clock
 * @param last the last face, in the same unit
 * @param frames the visitor was seen in
 * @param tracks that belong to the visit, those seen within the gap
 * @param near tracks it may well continue, because they ended close to where it began
 */
public record TimeSpan(
    long first, long last, int frames, List<TrackRef> tracks, List<String> near) {

  /** Tracks live for seconds: of those near to a visit's many parts, the last ones are enough. */
  private static final int MAX_NEAR = 20;

  static TimeSpan begin(long now, List<String> near) {
    return new TimeSpan(now, now, 0, List.of(), near);
  }

  TimeSpan seen(long now, List<TrackRef> nowTracks) {
    return new TimeSpan(first, now, frames + 1, nowTracks, near);
  }

  TimeSpan withTracks(List<TrackRef> others) {
    return new TimeSpan(first, last, frames, others, near);
  }

  TimeSpan and(TimeSpan other) {
    return new TimeSpan(
        Math.min(first, other.first),
        Math.max(last, other.last),
        frames + other.frames,
        SmallLists.union(tracks, other.tracks),
        SmallLists.latest(near, other.near, MAX_NEAR));
  }

  /** Whether both may be one visit: never both out of sight for longer than the gap. */
  boolean isNear(TimeSpan other, Duration gap) {
    return Math.max(first, other.first) - Math.min(last, other.last) <= gap.toMillis();
  }
}
