package io.sightings.cli.ingest;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.ingest.monitor.SourceReport;
import io.sightings.toolkit.console.CommandConsole;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** Tells how each input ended, and what of it could not be used. */
public final class IngestResultPrinter implements IngestListener {
  private final CommandConsole console;
  private final boolean successes;

  /**
   * @param successes whether inputs read to their ends are told of as well
   */
  public IngestResultPrinter(CommandConsole console, boolean successes) {
    this.console = console;
    this.successes = successes;
  }

  @Override
  public void rejected(SourceInfo source, String text) {
    console.complain(source.id() + "/" + text);
  }

  @Override
  public void finished(SourceReport report) {
    if (report.failed()) {
      console.complain(report.input() + ": " + report.failure() + ".");
    } else if (successes) {
      console.say(sentence(report));
    }
  }

  private static String sentence(SourceReport report) {
    FrameCounts counts = report.counts();
    String took = seconds(report.took());
    String of = report.media().isZero() ? "" : " of " + seconds(report.media()) + " of video";
    return String.format(
        Locale.ROOT,
        "%s: %d frames published as %s%s, in %s",
        report.input(),
        counts.published(),
        Objects.requireNonNull(report.source()).id(),
        of,
        took);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
