package io.sightings.cli.ingest;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.ingest.monitor.SourceReport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar for all sources, in seconds of video; photos only turn it. */
final class TerminalProgressBar implements IngestListener, AutoCloseable {
  private final IngestListener next;
  private final Map<String, Long> seconds = new ConcurrentHashMap<>();
  private final ProgressBar bar =
      new ProgressBarBuilder()
          .setTaskName("Publishing")
          .setUnit(" s", 1)
          .setInitialMax(0)
          .setStyle(ProgressBarStyle.ASCII)
          .clearDisplayOnFinish()
          .build();

  TerminalProgressBar(IngestListener next) {
    this.next = next;
  }

  @Override
  public void started(SourceInfo source, Duration length) {
    synchronized (bar) {
      bar.maxHint(bar.getMax() + length.toSeconds());
    }
    next.started(source, length);
  }

  @Override
  public void progressed(
      SourceInfo source, FrameCounts counts, Duration position, Duration length) {
    long now = position.toSeconds();
    Long before = seconds.put(source.id(), now);
    bar.stepBy(now - (before == null ? 0 : before));
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

  @Override
  public void close() {
    bar.close();
  }
}
