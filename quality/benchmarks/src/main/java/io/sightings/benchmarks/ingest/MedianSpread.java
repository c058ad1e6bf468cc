package io.sightings.benchmarks.ingest;

import java.util.List;
import java.util.Locale;

/** The median of some measurements, and how far they lie apart. */
record MedianSpread(double least, double median, double most) {

  static MedianSpread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    return new MedianSpread(
        sorted.get(0), (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2, sorted.get(last));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, least, most);
  }
}
