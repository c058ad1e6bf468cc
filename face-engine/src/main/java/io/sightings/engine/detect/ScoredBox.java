package io.sightings.engine.detect;

import io.sightings.contract.FaceBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A face without landmarks.
 *
 * @param box in pixels of the picture
 * @param score 0..1
 */
record ScoredBox(FaceBox box, float score) {

  /**
   * Makes one box of those that overlap the best by more than {@code maxOverlap}: their mean,
   * weighted with their scores, and the best score.
   *
   * @return best score first
   */
  static List<ScoredBox> merged(List<ScoredBox> boxes, double maxOverlap) {
    List<ScoredBox> left = new ArrayList<>(boxes);
    left.sort(Comparator.comparingDouble(ScoredBox::score).reversed());
    List<ScoredBox> merged = new ArrayList<>();
    while (!left.isEmpty()) {
      ScoredBox best = left.get(0);
      List<ScoredBox> same = new ArrayList<>();
      left.removeIf(
          box -> {
            boolean overlaps = box == best || box.box.overlap(best.box) > maxOverlap;
            if (overlaps) {
              same.add(box);
            }
            return overlaps;
          });
      merged.add(new ScoredBox(mean(same), best.score));
    }
    return merged;
  }

  private static FaceBox mean(List<ScoredBox> boxes) {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    float weights = 0;
    for (ScoredBox scored : boxes) {
      x += scored.score * scored.box.x();
      y += scored.score * scored.box.y();
      width += scored.score * scored.box.width();
      height += scored.score * scored.box.height();
      weights += scored.score;
    }
    return new FaceBox(x / weights, y / weights, width / weights, height / weights);
  }
}
