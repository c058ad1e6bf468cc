package io.sightings.cli.calibrate;

import io.sightings.contract.codec.UntrustedText;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.calibrate.SimilarityDistribution;
import io.sightings.engine.calibrate.ThresholdCalibration;
import io.sightings.toolkit.console.TextTable;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What was measured, and what to make of it.
 *
 * @param photos how many photos the pairs were made of
 */
record CalibrationReport(ThresholdCalibration calibration, FaceEngine engine, int photos) {
  private static final double[] QUANTILES = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};
  private static final int FOLDS = 10;

  void print(PrintWriter out) {
    SimilarityDistribution same = calibration.same();
    SimilarityDistribution different = calibration.different();
    out.printf(
        "%s with %s: %d photos, %d pairs of one person, %d of different people%n%n",
        UntrustedText.printable(engine.detectorName()),
        UntrustedText.printable(engine.embedderName()),
        photos,
        same.size(),
        different.size());
    TextTable table =
        new TextTable("SIMILARITY", "LEAST>", "5 %>", "25 %>", "50 %>", "75 %>", "95 %>", "MOST>");
    row(table, "one person", same);
    row(table, "different people", different);
    table.print(out);
    out.println();
    say(
        out,
        "Accuracy             %s at the best threshold, %.3f%s",
        percent(calibration.best().share()),
        calibration.best().threshold(),
        crossValidated());
    say(out, "TAR at FAR 1 %%       %s", percent(calibration.trueAccepts(0.01)));
    say(out, "TAR at FAR 0.1 %%     %s", percent(calibration.trueAccepts(0.001)));
    verdict(out, "Suggested threshold ", calibration.suggestedThreshold());
    verdict(out, "In use             ", engine.embedder().threshold());
    out.println();
    new FalseMatchReport(engine.embedderName(), same, different).print(out);
    out.flush();
  }

  private void verdict(PrintWriter out, String what, double threshold) {
    say(
        out,
        "%s %.3f: names %s of the faces of one person, mistakes %s of the different ones",
        what,
        threshold,
        percent(calibration.same().shareAtLeast(threshold)),
        percent(calibration.different().shareAtLeast(threshold)));
  }

  private String crossValidated() {
    int folds =
        Math.min(FOLDS, Math.min(calibration.same().size(), calibration.different().size()));
    return folds < 2
        ? ""
        : "; " + percent(calibration.crossValidated(folds)) + " to expect of other pairs";
  }

  private static void row(TextTable table, String what, SimilarityDistribution distribution) {
    String[] cells = new String[QUANTILES.length + 1];
    cells[0] = what;
    for (int i = 0; i < QUANTILES.length; i++) {
      cells[i + 1] = String.format(Locale.ROOT, "%.2f", distribution.quantile(QUANTILES[i]));
    }
    table.row(cells);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static void say(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
