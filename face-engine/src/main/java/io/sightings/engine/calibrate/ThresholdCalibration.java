package io.sightings.engine.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the threshold for an embedder from pairs of faces known to be of the same or of different
 * people.
 */
public final class ThresholdCalibration {
  private final List<ComparedPair> pairs;
  private final SimilarityDistribution same;
  private final SimilarityDistribution different;

  /**
   * @throws IllegalArgumentException if one of the two kinds of pairs is missing: nothing can be
   *     told apart then
   */
  public ThresholdCalibration(List<ComparedPair> pairs) {
    this.pairs = List.copyOf(pairs);
    this.same = distribution(pairs, true);
    this.different = distribution(pairs, false);
    if (same.size() == 0 || different.size() == 0) {
      throw new IllegalArgumentException(
          "Calibration needs pairs of the same person and of different people; given are "
              + same.size()
              + " and "
              + different.size()
              + ". Use two or more photos of two or more people.");
    }
  }

  /** Similarities of two faces of one person. */
  public SimilarityDistribution same() {
    return same;
  }

  /** Similarities of faces of different people. */
  public SimilarityDistribution different() {
    return different;
  }

  /** The threshold that judges most pairs rightly; of several, the one in the middle. */
  public ThresholdAccuracy best() {
    double[] values =
        SimilarityDistribution.of(
                pairs.stream().map(ComparedPair::similarity).collect(Collectors.toList()))
            .values();
    double bestShare = -1;
    double first = 0;
    double last = 0;
    for (int i = 0; i <= values.length; i++) {
      double threshold = between(values, i);
      double share = accuracyAt(threshold);
      if (share > bestShare) {
        bestShare = share;
        first = threshold;
      }
      if (share == bestShare) {
        last = threshold;
      }
    }
    // Only where every threshold between is as good; else the lower of the best ones.
    double middle = (first + last) / 2;
    return accuracyAt(middle) == bestShare
        ? new ThresholdAccuracy(middle, bestShare)
        : new ThresholdAccuracy(first, bestShare);
  }

  /** Share of the pairs judged rightly. */
  public double accuracyAt(double threshold) {
    int right = same.atLeast(threshold) + different.size() - different.atLeast(threshold);
    return (double) right / pairs.size();
  }

  /**
   * The accuracy to expect of other pairs, as LFW's protocol has it: each fold in turn is judged by
   * the threshold that is best for all others.
   *
   * @param folds 2 or more, at most as many as there are pairs; pairs are dealt to them in turn,
   *     each kind by itself
   */
  public double crossValidated(int folds) {
    if (folds < 2 || folds > Math.min(same.size(), different.size())) {
      throw new IllegalArgumentException(
          "There are "
              + folds
              + " folds; there must be 2 or more, and a pair of each kind in each.");
    }
    List<List<ComparedPair>> dealt =
        IntStream.range(0, folds)
            .mapToObj(i -> new ArrayList<ComparedPair>())
            .collect(Collectors.toList());
    int sames = 0;
    int others = 0;
    for (ComparedPair pair : pairs) {
      dealt.get((pair.same() ? sames++ : others++) % folds).add(pair);
    }
    double sum = 0;
    for (List<ComparedPair> held : dealt) {
      List<ComparedPair> rest =
          dealt.stream()
              .filter(fold -> fold != held)
              .flatMap(List::stream)
              .collect(Collectors.toList());
      sum +=
          new ThresholdCalibration(held)
              .accuracyAt(new ThresholdCalibration(rest).best().threshold());
    }
    return sum / folds;
  }

  /**
   * The lowest threshold at which no more than this share of different people is taken for the
   * same.
   */
  public double thresholdAtFalseAccepts(double share) {
    double[] values = different.values();
    for (int i = 0; i <= values.length; i++) {
      double threshold = i == 0 ? values[0] : Math.nextUp(values[i - 1]);
      if (different.shareAtLeast(threshold) <= share) {
        return threshold;
      }
    }
    throw new IllegalStateException("No share is less than " + share + ".");
  }

  /**
   * The share of same faces recognised (TAR) when this share of different ones is accepted falsely
   * (FAR).
   */
  public double trueAccepts(double falseAccepts) {
    return same.shareAtLeast(thresholdAtFalseAccepts(falseAccepts));
  }

  /**
   * A threshold for naming people: a wrong name is worse than no name, so at least the one that
   * accepts one in a thousand different pairs, with two hundredths to spare; and never below the
   * most accurate one.
   */
  public double suggestedThreshold() {
    double careful = thresholdAtFalseAccepts(0.001) + 0.02;
    return Math.min(0.99, Math.max(careful, best().threshold()));
  }

  private static SimilarityDistribution distribution(List<ComparedPair> pairs, boolean same) {
    return SimilarityDistribution.of(
        pairs.stream()
            .filter(pair -> pair.same() == same)
            .map(ComparedPair::similarity)
            .collect(Collectors.toList()));
  }

  private static double between(double[] values, int i) {
    if (i == 0) {
      return values[0] - 0.01;
    }
    return i == values.length ? values[i - 1] + 0.01 : (values[i - 1] + values[i]) / 2;
  }
}
