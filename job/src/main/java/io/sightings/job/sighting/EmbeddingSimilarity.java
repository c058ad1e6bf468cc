package io.sightings.job.sighting;

import io.sightings.engine.gallery.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Comparing people by their faces alone, without a gallery. */
final class EmbeddingSimilarity {
  /** So many of the best faces stand for a person: enough for several poses, small in state. */
  static final int MAX_LOOKS = 6;

  private EmbeddingSimilarity() {}

  static List<FaceEmbedding> joined(List<FaceEmbedding> some, List<FaceEmbedding> more) {
    List<FaceEmbedding> all = new ArrayList<>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    if (all.size() <= MAX_LOOKS) {
      return List.copyOf(all);
    }
    all.sort(Comparator.comparingDouble(FaceEmbedding::quality).reversed());
    return List.copyOf(all.subList(0, MAX_LOOKS));
  }

  /**
   * How alike two people are: each look of the one against the most similar look of the other, and
   * of those the better half on average. All of them would punish a pose the other never showed;
   * the best alone could be a lucky pair.
   *
   * @return -1..1; -1 if they cannot be compared
   */
  static double similarity(List<FaceEmbedding> some, List<FaceEmbedding> others) {
    double[] nearest = new double[some.size()];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = nearest(some.get(i), others);
    }
    Arrays.sort(nearest);
    return Arrays.stream(nearest).skip(nearest.length / 2).average().orElse(-1);
  }

  private static double nearest(FaceEmbedding look, List<FaceEmbedding> others) {
    double best = -1;
    for (FaceEmbedding other : others) {
      if (other.model().equals(look.model())) {
        best = Math.max(best, VectorMath.cosine(look.embedding(), other.embedding()));
      }
    }
    return best;
  }
}
