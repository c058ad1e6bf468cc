package io.sightings.job.track;

import io.sightings.contract.FrameInfo;
import java.util.List;

/**
 * A frame whose faces belong to tracks.
 *
 * @param info what is known about it
 * @param width in pixels
 * @param height in pixels
 * @param faces no two of one track
 */
public record TrackedFrame(FrameInfo info, int width, int height, List<TrackedFace> faces) {

  TrackedFrame withoutPictures() {
    return new TrackedFrame(
        info, width, height, faces.stream().map(TrackedFace::withoutPicture).toList());
  }
}
