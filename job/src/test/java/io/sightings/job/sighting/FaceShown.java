package io.sightings.job.sighting;

/**
 * A face in a {@link Story}.
 *
 * @param person whose face it is, by the name of the looks
 * @param track the number of the track it is on
 * @param similarity to the person's enrolled face, or to what a stranger usually looks like
 * @param judged whether it was good enough to be compared
 * @param quality 0..1
 */
record FaceShown(String person, int track, double similarity, boolean judged, double quality) {
  private static final double GOOD = 0.8;

  static FaceShown face(String person, int track) {
    return new FaceShown(person, track, GOOD, true, 0.5);
  }

  /** Similar to somebody by so much, and no more. */
  FaceShown similarBy(double other) {
    return new FaceShown(person, track, other, judged, quality);
  }

  /** Too small or too blurred to be compared, or not worth it. */
  FaceShown unjudged() {
    return new FaceShown(person, track, similarity, false, 0.1);
  }

  FaceShown ofQuality(double other) {
    return new FaceShown(person, track, similarity, judged, other);
  }
}
