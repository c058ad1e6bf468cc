package io.sightings.cli.calibrate;

import io.sightings.engine.calibrate.FalseMatchTable;
import io.sightings.engine.calibrate.SimilarityDistribution;
import io.sightings.toolkit.console.TextTable;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Which similarity different people reach how often, and how many pairs of one person reach it,
 * too.
 *
 * @param model the embedder
 * @param same similarities of two faces of one person
 * @param different similarities of faces of different people
 */
record FalseMatchReport(
    String model, SimilarityDistribution same, SimilarityDistribution different) {
  /** Fewer do not give a rate of 1 %. */
  private static final int MIN_PAIRS = 1000;

  void print(PrintWriter out) {
    if (different.size() < MIN_PAIRS) {
      out.printf(
          "False match rates are measured with %d or more pairs of different people.%n", MIN_PAIRS);
      return;
    }
    FalseMatchTable measured = FalseMatchTable.of(model, different);
    TextTable table = new TextTable("FALSE MATCH RATE>", "SIMILARITY>", "ONE PERSON>", "HOW");
    for (FalseMatchTable.Point point : measured.points()) {
      row(table, point.rate(), point.similarity(), "measured");
    }
    double last = measured.points().get(measured.points().size() - 1).rate();
    for (double rate = last / 10; rate >= measured.minRate(); rate /= 10) {
      row(table, rate, measured.similarity(rate), "extrapolated");
    }
    table.print(out);
  }

  private void row(TextTable table, double rate, double similarity, String how) {
    table.row(
        String.format(Locale.ROOT, "%.0e", rate),
        String.format(Locale.ROOT, "%.4f", similarity),
        String.format(Locale.ROOT, "%.1f %%", 100 * same.shareAtLeast(similarity)),
        how);
  }
}
