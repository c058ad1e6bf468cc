package io.sightings.job.detect;

import io.sightings.contract.Sighting.FaceBox;

/**
 * A face in a frame.
 *
 * @param box in pixels of the frame
 * @param quality overall, 0..1
 * @param judgeable whether it is good enough to be compared with others
 * @param crop the aligned face as the embedder takes it; null if it is not judgeable, or no longer
 *     needed
 */
public record SeenFace(FaceBox box, float quality, boolean judgeable, byte[] crop) {

  public SeenFace withoutCrop() {
    return crop == null ? this : new SeenFace(box, quality, judgeable, null);
  }
}
