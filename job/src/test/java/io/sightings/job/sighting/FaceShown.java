package io.sightings.job.sighting;

import java.util.List;

/**
 * A face in a {@link Story}.
 *
 * @param person whose face it is, by the name of the looks
 * @param track the number of the track it is on
 * @param similarity to the person's enrolled face, or to what a stranger usually looks like
 * @param judged whether it was good enough to be compared
 * @param quality 0..1
 * @param near numbers of the tracks this one may well continue, if it is new
 * @param question id of the question asked about it; null for none
 */
record FaceShown(
    String person,
    int track,
    double similarity,
    boolean judged,
    double quality,
    List<Integer> near,
    String question) {
  private static final double GOOD = 0.8;

  static FaceShown face(String person, int track) {
    return new FaceShown(person, track, GOOD, true, 0.5, List.of(), null);
  }

  /** Similar to somebody by so much, and no more. */
  FaceShown similarBy(double other) {
    return new FaceShown(person, track, other, judged, quality, near, question);
  }

  /** Too small or too blurred to be compared, or not worth it. */
  FaceShown unjudged() {
    return new FaceShown(person, track, similarity, false, 0.1, near, question);
  }

  /** On a track that began where that one had ended a moment ago. */
  FaceShown nearTrack(int other) {
    return new FaceShown(person, track, similarity, judged, quality, List.of(other), question);
  }

  FaceShown ofQuality(double other) {
    return new FaceShown(person, track, similarity, judged, other, near, question);
  }

  /** A service is asked about it; the answer comes later. */
  FaceShown asking(String id) {
    return new FaceShown(person, track, similarity, judged, quality, near, id);
  }
}
