package io.sightings.benchmarks.gallery;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** People with one random template each. Random directions are as far apart as any can be. */
final class RandomPeople {
  static final int DIMENSION = 256;

  private RandomPeople() {}

  static String id(int number) {
    return "p" + number;
  }

  static String name(int number) {
    return "Person " + number;
  }

  static float[] template(int number) {
    return vector(new Random(number));
  }

  /** Every second face is that of somebody, with noise as strong as the face. */
  static List<float[]> faces(int count, int people) {
    Random random = new Random(-1);
    return IntStream.range(0, count).mapToObj(i -> face(i, people, random)).toList();
  }

  private static float[] face(int number, int people, Random random) {
    float[] face = vector(random);
    if (number % 2 == 0) {
      float[] somebody = template(random.nextInt(people));
      for (int d = 0; d < DIMENSION; d++) {
        face[d] += somebody[d];
      }
    }
    return face;
  }

  private static float[] vector(Random random) {
    float[] vector = new float[DIMENSION];
    double squares = 0;
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] = (float) random.nextGaussian();
      squares += vector[d] * vector[d];
    }
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
