package io.sightings.job.identify;

import io.sightings.contract.FaceBox;
import io.sightings.job.track.TrackedFace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A face that may have been compared with the gallery.
 *
 * @param track the track it belongs to
 * @param box in pixels of the frame
 * @param quality overall, 0..1
 * @param near ids of the tracks that a new one may well continue
 * @param follows the track that it continues unless its looks say otherwise; null for none
 * @param identification null if it was not worth asking
 * @param question id of the question a service is asked about it, whose answer comes later; null
 *     where there is none
 */
public record IdentifiedFace(
    String track,
    FaceBox box,
    float quality,
    List<String> near,
    @Nullable String follows,
    @Nullable LocalIdentification identification,
    @Nullable String question) {

  /**
   * @param identification null if it was not worth asking, or has no answer
   */
  static IdentifiedFace of(TrackedFace face, @Nullable LocalIdentification identification) {
    return new IdentifiedFace(
        face.track(),
        face.face().box(),
        face.face().quality(),
        face.near(),
        face.follows(),
        identification,
        face.question());
  }
}
