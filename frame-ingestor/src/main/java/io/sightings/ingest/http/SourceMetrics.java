package io.sightings.ingest.http;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What the sources have done, read from the monitors on request: no frame pays for it. */
final class SourceMetrics implements MultiCollector {
  private static final String PREFIX = "sightings_ingest_";

  private final SourceMonitors monitors;

  SourceMetrics(SourceMonitors monitors) {
    this.monitors = monitors;
  }

  @Override
  public MetricSnapshots collect() {
    List<SourceStatus> all = monitors.status();
    List<MetricSnapshot> found = new ArrayList<>();
    found.add(counter("frames_read", "Pictures decoded, or photos looked at", all, s -> s.read()));
    found.add(counter("frames_sampled", "Those taken to be published", all, s -> s.sampled()));
    found.add(counter("frames_published", "Those Kafka has", all, s -> s.published()));
    found.add(counter("frames_dropped", "Given up as Kafka was slow", all, s -> s.dropped()));
    found.add(counter("frames_rejected", "Those of no use", all, s -> s.rejected()));
    found.add(counter("rejected_expired", "Rejected uploads deleted", all, s -> s.expired()));
    found.add(counter("published_bytes", "Bytes of pictures Kafka has", all, s -> s.bytes()));
    found.add(counter("reconnects", "How often a stream was reopened", all, s -> s.reconnects()));
    found.add(counter("gaps", "How often a source was blind", all, s -> s.gaps()));
    found.add(counter("quarantined", "Left out: they ended it", all, s -> s.quarantined()));
    found.add(counter("unexpected_errors", "Unexpected errors", all, s -> s.unexpected()));
    found.add(gauge("source_fps", "Pictures read per second of late", all, s -> s.fps()));
    List<SourceStatus> seen = all.stream().filter(s -> s.lastFrame() != null).toList();
    found.add(
        gauge(
            "last_frame_timestamp_seconds",
            "When a picture was last read, by the ingestor's clock",
            seen,
            s -> s.lastFrame() == null ? 0 : s.lastFrame().toEpochMilli() / 1000.0));
    found.add(states(all));
    return new MetricSnapshots(found);
  }

  private static CounterSnapshot counter(
      String name, String help, List<SourceStatus> all, ToLongFunction<SourceStatus> value) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(PREFIX + name).help(help);
    for (SourceStatus one : all) {
      counter.dataPoint(
          CounterSnapshot.CounterDataPointSnapshot.builder()
              .labels(Labels.of("source", one.id()))
              .value(value.applyAsLong(one))
              .build());
    }
    return counter.build();
  }

  private static GaugeSnapshot gauge(
      String name, String help, List<SourceStatus> all, ToDoubleFunction<SourceStatus> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(PREFIX + name).help(help);
    for (SourceStatus one : all) {
      gauge.dataPoint(point(Labels.of("source", one.id()), value.applyAsDouble(one)));
    }
    return gauge.build();
  }

  /** One is 1 and the others are 0, so that it can be summed and alerted on. */
  private static GaugeSnapshot states(List<SourceStatus> all) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder().name(PREFIX + "source_state").help("1 for the state it is in");
    for (SourceStatus one : all) {
      for (SourceState state : SourceState.values()) {
        String name = state.name().toLowerCase(Locale.ROOT);
        double is = one.state() == state ? 1 : 0;
        gauge.dataPoint(point(Labels.of("source", one.id(), "state", name), is));
      }
    }
    return gauge.build();
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }
}
