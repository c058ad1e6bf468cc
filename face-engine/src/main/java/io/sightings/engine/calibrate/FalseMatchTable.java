package io.sightings.engine.calibrate;

import java.util.ArrayList;
import java.util.List;

/**
 * How often faces of two different people reach a similarity, by one embedder.
 *
 * <p>Between the points the logarithm of the rate is linear in the similarity. Beyond the last
 * point it goes on along the chord over the last decade of rates. The logarithm of a measured rate
 * bends downwards, so the chord is on the careful side. No rate is lower than {@link #minRate()}.
 *
 * @param model name of the embedder in the catalogue
 * @param pairs faces of different people that were compared
 * @param points two or more, similarities ascending and rates descending
 */
public record FalseMatchTable(String model, long pairs, List<Point> points) {
  /** Fewer pairs beyond a similarity do not tell its rate. */
  private static final int MIN_EVIDENCE = 10;

  /** Rates are extrapolated to a hundredth of what one pair of all is. */
  private static final double MAX_EXTRAPOLATION = 100;

  private static final double DECADE = 10;
  private static final double[] STEPS = {5, 2, 1};

  /**
   * @param similarity -1..1
   * @param rate share of different pairs that are at least as similar, above 0 and at most 1
   */
  public record Point(double similarity, double rate) {}

  public FalseMatchTable {
    points = List.copyOf(points);
    boolean falls = points.size() > 1 && pairs > 0;
    for (int i = 1; i < points.size(); i++) {
      falls &= points.get(i).similarity() > points.get(i - 1).similarity();
      falls &= points.get(i).rate() < points.get(i - 1).rate() && points.get(i).rate() > 0;
    }
    if (!falls) {
      throw new IllegalArgumentException(
          "a table of false match rates needs two or more points whose rates fall as their"
              + " similarities rise; the model "
              + model
              + " has not");
    }
  }

  /**
   * Measures a table, with rates down to the lowest that ten pairs reach.
   *
   * @throws IllegalArgumentException if there are too few pairs, which is certain below 50
   */
  public static FalseMatchTable of(String model, SimilarityDistribution different) {
    List<Point> points = new ArrayList<>();
    for (double decade = 0.1; decade * STEPS[0] * different.size() >= MIN_EVIDENCE; decade /= 10) {
      for (double step : STEPS) {
        double rate = decade * step;
        double similarity = different.quantile(1 - rate);
        boolean above = points.isEmpty() || similarity > points.get(points.size() - 1).similarity();
        if (rate * different.size() >= MIN_EVIDENCE && above) {
          points.add(new Point(similarity, rate));
        }
      }
    }
    return new FalseMatchTable(model, different.size(), points);
  }

  /** The lowest rate that the table gives: a hundredth of one pair of all. */
  public double minRate() {
    return 1 / (MAX_EXTRAPOLATION * pairs);
  }

  /**
   * The rate of a comparison of two faces.
   *
   * @param similarity -1..1
   * @return {@link #minRate()}..1
   */
  public double rate(double similarity) {
    if (similarity <= -1) {
      return 1;
    }
    int above = 0;
    while (above < points.size() && points.get(above).similarity() < similarity) {
      above++;
    }
    return Math.min(1, Math.max(minRate(), Math.exp(segment(above).logRate(similarity))));
  }

  /**
   * The same for the most similar of several people: how often a stranger reaches this similarity
   * with any of them.
   *
   * @param people in the gallery, 1 or more
   */
  public double rate(double similarity, int people) {
    return -Math.expm1(people * Math.log1p(-rate(similarity)));
  }

  /**
   * The similarity that two different people reach at this rate.
   *
   * @param rate {@link #minRate()}..1
   */
  public double similarity(double rate) {
    int above = 0;
    while (above < points.size() && points.get(above).rate() > rate) {
      above++;
    }
    return Math.max(-1, Math.min(1, segment(above).similarity(Math.log(rate))));
  }

  private Line segment(int above) {
    if (above == 0) {
      return Line.through(new Point(-1, 1), points.get(0));
    }
    Point last = points.get(points.size() - 1);
    if (above < points.size()) {
      return Line.through(points.get(above - 1), points.get(above));
    }
    double rate = Math.min(points.get(0).rate(), last.rate() * DECADE);
    return Line.through(new Point(similarity(rate), rate), last);
  }

  /** A line through the logarithms of rates. */
  private record Line(Point from, double slope) {

    static Line through(Point a, Point b) {
      return new Line(a, Math.log(b.rate() / a.rate()) / (b.similarity() - a.similarity()));
    }

    double logRate(double similarity) {
      return Math.log(from.rate()) + slope * (similarity - from.similarity());
    }

    double similarity(double logRate) {
      return from.similarity() + (logRate - Math.log(from.rate())) / slope;
    }
  }
}
