package io.sightings.engine;

/**
 * Turns aligned faces into vectors whose cosine says how alike two faces are. Safe for use by
 * several threads.
 */
public interface FaceEmbedder {

  /** The model's name in the catalogue. Embeddings of different models must never be compared. */
  String model();

  /** Length of every embedding. */
  int dimension();

  /**
   * @param crop {@link DetectedFace#CROP_BYTES} bytes as in {@link DetectedFace#crop()}
   * @return a vector of length 1
   */
  float[] embed(byte[] crop);

  /** Similarity from which two faces are taken for the same person. */
  float threshold();

  /** The threshold for drawn faces, such as those of the demo's scene. */
  default float drawnThreshold() {
    return threshold();
  }

  /** By how much the best person must be more similar than the best other person. */
  float margin();
}
