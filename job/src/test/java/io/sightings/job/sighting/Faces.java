package io.sightings.job.sighting;

import io.sightings.engine.gallery.VectorMath;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Embeddings of people who are only names: one direction each, and noise around it. */
final class Faces {
  static final int DIMENSION = 128;

  private final Map<String, String> looks = new HashMap<>();
  private final Random noise = new Random(42);

  /** From now on nobody can tell the two by their faces. */
  void areTwins(String one, String other) {
    looks.put(other, one);
  }

  /** What somebody usually looks like. */
  float[] usual(String person) {
    return gaussian(new Random(looks.getOrDefault(person, person).hashCode() * 31L));
  }

  /** What somebody looks like at this moment, of length 1. */
  float[] now(String person, double similarity) {
    float[] usual = usual(person);
    float[] other = gaussian(noise);
    float along = VectorMath.cosine(usual, other);
    for (int i = 0; i < other.length; i++) {
      other[i] -= along * usual[i];
    }
    VectorMath.normalise(other);
    float aside = (float) Math.sqrt(1 - similarity * similarity);
    for (int i = 0; i < other.length; i++) {
      other[i] = (float) similarity * usual[i] + aside * other[i];
    }
    return VectorMath.normalised(other);
  }

  private static float[] gaussian(Random random) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return VectorMath.normalised(vector);
  }
}
