package io.sightings.job.track;

import io.sightings.job.detect.SeenFace;
import org.jspecify.annotations.Nullable;

/**
 * A track that ended before the result of its request arrived.
 *
 * @param id of the track
 * @param seen its last face, in milliseconds of the source's clock
 * @param asked when the last request was due, in the same unit
 * @param times how often since the track was over
 * @param shot the face, with its picture
 */
public record ClosedTrack(String id, long seen, long asked, int times, @Nullable SeenFace shot) {

  static ClosedTrack of(FaceTrack track) {
    return new ClosedTrack(track.id(), track.seen(), track.asked().last(), 0, track.shot());
  }

  ClosedTrack askingAgain(long now) {
    return new ClosedTrack(id, seen, now, times + 1, shot);
  }

  /** The same in a replay. */
  String question() {
    return id + "/again" + times;
  }
}
