package io.sightings.engine.gallery;

import java.util.Arrays;
import java.util.List;

/**
 * Who a row of the gallery belongs to.
 *
 * @param texts id and name in one text: a million people have two million of them
 * @param idLength characters of the id in it
 * @param order of enrolment: of equally similar people, the first enrolled is the best
 * @param fingerprint of id, name and templates
 */
record EnrolledPerson(String texts, int idLength, long order, long fingerprint) {

  /**
   * @param templates of length 1
   */
  static EnrolledPerson of(String id, String name, long order, List<float[]> templates) {
    long content = 0;
    for (float[] template : templates) {
      content += spread(Arrays.hashCode(template));
    }
    long identity = spread(id.hashCode()) * 31 + spread(name.hashCode());
    return new EnrolledPerson(id + name, id.length(), order, spread(identity ^ content));
  }

  /** Equal ids have equal hashes, and every bit of one is as good as any other. */
  static int hash(String id) {
    return (int) spread(id.hashCode());
  }

  String id() {
    return texts.substring(0, idLength);
  }

  String name() {
    return texts.substring(idLength);
  }

  boolean hasId(String id) {
    return id.length() == idLength && texts.startsWith(id);
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
