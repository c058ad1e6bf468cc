package io.sightings.cli.ingest;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.ingest.monitor.SourceReport;
import io.sightings.toolkit.console.CommandConsole;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A line per source now and then: progress without a terminal, as in a log. */
final class ProgressLinePrinter implements IngestListener {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final CommandConsole console;
  private final IngestListener next;
  private final LongSupplier nanos;
  private final Map<String, Long> told = new ConcurrentHashMap<>();

  ProgressLinePrinter(CommandConsole console, IngestListener next) {
    this(console, next, System::nanoTime);
  }

  ProgressLinePrinter(CommandConsole console, IngestListener next, LongSupplier nanos) {
    this.console = console;
    this.next = next;
    this.nanos = nanos;
  }

  @Override
  public void started(SourceInfo source, Duration length) {
    told.put(source.id(), nanos.getAsLong());
    next.started(source, length);
  }

  @Override
  public void progressed(
      SourceInfo source, FrameCounts counts, Duration position, Duration length) {
    long now = nanos.getAsLong();
    Long last = told.putIfAbsent(source.id(), now);
    if (last != null && now - last >= EVERY.toNanos() && told.replace(source.id(), last, now)) {
      console.say(line(source, counts, position, length));
    }
    next.progressed(source, counts, position, length);
  }

  @Override
  public void rejected(SourceInfo source, String text) {
    next.rejected(source, text);
  }

  @Override
  public void finished(SourceReport report) {
    next.finished(report);
  }

  private static String line(
      SourceInfo source, FrameCounts counts, Duration position, Duration length) {
    String where =
        length.isZero()
            ? counts.read() + " photos read"
            : String.format(
                Locale.ROOT,
                "%.0f s of %.0f s",
                position.toMillis() / 1e3,
                length.toMillis() / 1e3);
    return source.id() + ": " + where + ", " + counts.published() + " frames published";
  }
}
