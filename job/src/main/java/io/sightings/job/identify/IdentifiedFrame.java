package io.sightings.job.identify;

import io.sightings.contract.FrameInfo;
import io.sightings.job.track.RepeatIdentifyPolicy;
import java.util.List;

/**
 * A frame as the rules of a visit see it.
 *
 * @param again who is asked about again, though not in this frame
 */
public record IdentifiedFrame(
    FrameInfo info,
    int width,
    int height,
    List<IdentifiedFace> faces,
    List<RepeatIdentifyPolicy> again) {

  public IdentifiedFrame {
    again = again == null ? List.of() : again;
  }
}
