package io.sightings.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.CaptureClock;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.toolkit.console.CommandConsole;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceStatusPrinterTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final SourceStatusPrinter news =
      new SourceStatusPrinter(
          new CommandConsole(new PrintWriter(out), new PrintWriter(err)), Duration.ofMinutes(1));
  private final SourceMonitors monitors = new SourceMonitors();
  private final SourceMonitor door = monitors.of("door", "url");
  private long second;

  @Test
  void eachChangeIsToldOnceWithItsReason() {
    door.is(SourceState.CONNECTING);
    look();
    door.shows("h264 1920 x 1080, 25 fps");
    door.goesBy(CaptureClock.CAMERA);
    door.is(SourceState.STREAMING);
    look();
    look();
    door.error("it said nothing for 10 s");
    door.is(SourceState.WAITING);
    look();

    assertThat(out.toString().lines())
        .containsExactly(
            "door: streaming, h264 1920 x 1080, 25 fps, times by camera",
            "door: waiting: it said nothing for 10 s");
  }

  @Test
  void whatFailedForGoodIsAComplaint() {
    door.error("the camera refuses user name or password: mend them");
    door.is(SourceState.FAILED);
    look();

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "sightings: door: failed for good: the camera refuses user name or password: mend"
                + " them");
  }

  @Test
  void aMinutesSumSaysHowManyDoWhat() {
    door.is(SourceState.STREAMING);
    monitors.of("yard", "url").is(SourceState.STREAMING);
    monitors.of("attic", "watch");
    look();
    for (int i = 0; i < 120; i++) {
      door.published(1000);
    }
    door.dropped();
    second = 60;
    look();

    assertThat(out.toString().lines())
        .last()
        .isEqualTo("3 sources: 2 streaming, 1 idle; 2.0 frames/s published, 120 in all, 1 dropped");
  }

  private void look() {
    news.look(monitors.status(), Duration.ofSeconds(second).toNanos());
  }
}
