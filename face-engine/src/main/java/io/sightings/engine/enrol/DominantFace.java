package io.sightings.engine.enrol;

import io.sightings.engine.DetectedFace;
import java.util.Comparator;
import java.util.List;

/**
 * The largest face of a photo, and the others.
 *
 * @param face the largest one
 * @param others all but the largest, largest first
 */
record DominantFace(DetectedFace face, List<DetectedFace> others) {
  /** A clear face belongs to the background below this share of the largest face's area. */
  private static final double MAX_CLEAR_SHARE = 0.25;

  /** The same for a face that cannot be judged: one that is blurred, hidden or half outside. */
  private static final double MAX_UNCLEAR_SHARE = 0.5;

  /**
   * @param faces one or more
   */
  static DominantFace of(List<DetectedFace> faces) {
    List<DetectedFace> sorted =
        faces.stream()
            .sorted(Comparator.comparing((DetectedFace each) -> each.box().area()).reversed())
            .toList();
    return new DominantFace(sorted.get(0), sorted.subList(1, sorted.size()));
  }

  /** How many of the other faces do not belong to the background. */
  long rivals() {
    return others.stream()
        .filter(
            other ->
                share(other) >= (other.quality().judgeable() ? MAX_CLEAR_SHARE : MAX_UNCLEAR_SHARE))
        .count();
  }

  /** Area of the second largest face, in areas of the largest; 0 for a single face. */
  double nextShare() {
    return others.isEmpty() ? 0 : share(others.get(0));
  }

  private double share(DetectedFace other) {
    return other.box().area() / face.box().area();
  }
}
