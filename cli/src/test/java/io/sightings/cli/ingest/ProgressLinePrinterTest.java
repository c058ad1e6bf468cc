package io.sightings.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.toolkit.console.CommandConsole;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinePrinterTest {
  private static final SourceInfo GARDEN = SourceInfo.of("garden", SourceKind.VIDEO);

  private final StringWriter out = new StringWriter();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressLinePrinter lines =
      new ProgressLinePrinter(
          new CommandConsole(new PrintWriter(out), new PrintWriter(out)),
          IngestListener.NONE,
          clock::get);

  @Test
  void aLongVideoIsToldOfEveryFewSecondsAndNotMoreOften() {
    lines.started(GARDEN, Duration.ofSeconds(60));
    for (int second = 1; second <= 11; second++) {
      clock.set(Duration.ofSeconds(second).toNanos());
      progress(second);
    }

    assertThat(out.toString().lines())
        .containsExactly(
            "garden: 5 s of 60 s, 25 frames published",
            "garden: 10 s of 60 s, 50 frames published");
  }

  @Test
  void aShortOneIsNotToldOf() {
    lines.started(GARDEN, Duration.ofSeconds(2));
    progress(2);

    assertThat(out.toString()).isEmpty();
  }

  private void progress(int second) {
    lines.progressed(
        GARDEN,
        new FrameCounts(25L * second, 5L * second, 5L * second, 0, 0),
        Duration.ofSeconds(second),
        Duration.ofSeconds(60));
  }
}
