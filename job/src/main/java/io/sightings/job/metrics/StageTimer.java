package io.sightings.job.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Where a stage's time goes: the sum in the counter {@code <name>Nanos}, and the spread of the last
 * thousand in the histogram {@code <name>Micros}. Safe for several threads.
 */
public final class StageTimer {
  private static final int WINDOW = 1_000;

  private final Counter nanos;
  private final Histogram micros;

  public StageTimer(MetricGroup group, String name) {
    nanos = group.counter(name + "Nanos", new ThreadSafeSimpleCounter());
    micros = group.histogram(name + "Micros", new DescriptiveStatisticsHistogram(WINDOW));
  }

  public void took(long elapsedNanos) {
    nanos.inc(elapsedNanos);
    synchronized (micros) {
      micros.update(elapsedNanos / 1_000);
    }
  }
}
