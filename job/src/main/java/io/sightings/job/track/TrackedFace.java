package io.sightings.job.track;

import io.sightings.job.detect.SeenFace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A face that belongs to a track.
 *
 * @param track the track's id
 * @param face the face; its crop is kept only where it is to be identified
 * @param identify whether it is worth identifying
 * @param near ids of the tracks that a new one may well continue, because they ended close by a
 *     moment ago; empty for a track that goes on
 * @param follows the track that it continues unless its looks say otherwise: it was expected there,
 *     but enough time has passed for another person to come; null for none
 * @param question id of the question a service may be asked about it; null where none is
 */
public record TrackedFace(
    String track,
    SeenFace face,
    boolean identify,
    List<String> near,
    @Nullable String follows,
    @Nullable String question) {

  TrackedFace withoutPicture() {
    return new TrackedFace(track, face.withoutPicture(), identify, near, follows, question);
  }
}
