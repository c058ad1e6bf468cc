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
 * @param again who is asked about again, though not in this frame
 */
public record TrackedFrame(
    FrameInfo info,
    int width,
    int height,
    List<TrackedFace> faces,
    List<RepeatIdentifyPolicy> again) {

  public TrackedFrame {
    again = again == null ? List.of() : again;
  }

  TrackedFrame asking(List<ClosedTrack> others) {
    List<RepeatIdentifyPolicy> all =
        others.stream()
            .map(track -> new RepeatIdentifyPolicy(track.question(), track.id()))
            .toList();
    return new TrackedFrame(info, width, height, faces, all);
  }

  TrackedFrame withoutPictures() {
    return new TrackedFrame(
        info, width, height, faces.stream().map(TrackedFace::withoutPicture).toList(), again);
  }
}
