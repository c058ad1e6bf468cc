package io.sightings.engine.gallery;

/** Arithmetic on embeddings. */
public final class VectorMath {

  private VectorMath() {}

  /** A copy of length 1. */
  public static float[] normalised(float[] vector) {
    float[] copy = vector.clone();
    normalise(copy);
    return copy;
  }

  /**
   * Scales to length 1, in place.
   *
   * @throws IllegalArgumentException if the length is 0 or not a number: such a vector points
   *     nowhere
   */
  public static void normalise(float[] vector) {
    double length = Math.sqrt(dot(vector, vector, 0));
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "An embedding has the length " + length + "; it must be a positive number.");
    }
    float scale = (float) (1 / length);
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
  }

  /** Cosine of two vectors of length 1. */
  public static float cosine(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "Embeddings of "
              + a.length
              + " and "
              + b.length
              + " values come from different models and cannot be compared.");
    }
    return dot(a, b, 0);
  }

  /** Dot product of {@code a} with the part of {@code b} from {@code offset}. */
  static float dot(float[] a, float[] b, int offset) {
    // Four sums: additions of floats may not be reordered by the compiler, so one sum would wait
    // for itself.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (int end = a.length - 3; i < end; i += 4) {
      s0 += a[i] * b[offset + i];
      s1 += a[i + 1] * b[offset + i + 1];
      s2 += a[i + 2] * b[offset + i + 2];
      s3 += a[i + 3] * b[offset + i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[offset + i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
