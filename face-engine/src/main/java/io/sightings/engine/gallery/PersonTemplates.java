package io.sightings.engine.gallery;

import java.util.Arrays;
import java.util.List;

/** One person's templates, row after row in one array. */
record PersonTemplates(String id, String name, int dimension, float[] rows, long fingerprint) {

  static PersonTemplates of(String id, String name, List<float[]> embeddings) {
    if (embeddings.isEmpty()) {
      throw new IllegalArgumentException(
          "The person " + id + " has no face template; enrol at least one photo.");
    }
    int dimension = embeddings.get(0).length;
    float[] rows = new float[embeddings.size() * dimension];
    long templates = 0;
    for (int row = 0; row < embeddings.size(); row++) {
      float[] embedding = embeddings.get(row);
      if (embedding.length != dimension) {
        throw new IllegalArgumentException(
            "The person "
                + id
                + " has templates of "
                + dimension
                + " and "
                + embedding.length
                + " values; all must come from one model.");
      }
      float[] normalised = VectorMath.normalised(embedding);
      System.arraycopy(normalised, 0, rows, row * dimension, dimension);
      templates += spread(Arrays.hashCode(normalised));
    }
    long identity = spread(id.hashCode()) * 31 + spread(name.hashCode());
    return new PersonTemplates(id, name, dimension, rows, spread(identity ^ templates));
  }

  /** Cosine to the most similar template. */
  float similarity(float[] query) {
    if (query.length != dimension) {
      throw new IllegalArgumentException(
          "An embedding of "
              + query.length
              + " values cannot be compared with templates of "
              + dimension
              + ": they come from different models.");
    }
    float best = Float.NEGATIVE_INFINITY;
    for (int offset = 0; offset < rows.length; offset += dimension) {
      best = Math.max(best, VectorMath.dot(query, rows, offset));
    }
    return best;
  }

  /**
   * SplitMix64's finaliser (Steele et al., 2014): every bit of the input moves every bit of the
   * output.
   */
  private static long spread(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
