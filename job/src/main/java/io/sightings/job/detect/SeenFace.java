package io.sightings.job.detect;

import io.sightings.contract.FaceBox;
import io.sightings.engine.FaceShot;
import io.sightings.engine.ServiceFace;
import org.jspecify.annotations.Nullable;

/**
 * A face in a frame.
 *
 * @param box in pixels of the frame
 * @param quality overall, 0..1
 * @param judgeable whether it is good enough to be compared with others
 * @param crop the aligned face as the embedder takes it; null if it is not judgeable, or no longer
 *     needed
 * @param picture what an identification service is sent; null where none is asked, where the face
 *     is too small for it, or no longer needed
 * @param service what the service that found it knows; null if it was found here
 */
public record SeenFace(
    FaceBox box,
    float quality,
    boolean judgeable,
    byte @Nullable [] crop,
    @Nullable FaceShot picture,
    @Nullable ServiceFace service) {

  public SeenFace withoutCrop() {
    return crop == null ? this : new SeenFace(box, quality, judgeable, null, picture, service);
  }

  public SeenFace withoutPicture() {
    return picture == null ? this : new SeenFace(box, quality, judgeable, crop, null, service);
  }

  /** Whether an identification service can be asked about it. */
  public boolean canBeAskedAbout() {
    return picture != null || (service != null && service.faceId() != null);
  }
}
