package io.sightings.ingest.live;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.stream.StreamInfo;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What a camera is doing: tells its monitor, and the log in a line for each change. Safe for use by
 * the camera's thread and the one that looks for stalls.
 */
final class CameraState {
  private static final Logger LOG = LoggerFactory.getLogger(CameraState.class);

  private final SourceMonitor monitor;
  private final UnexpectedErrors unexpected;
  private @Nullable SourceState state;
  private @Nullable StreamInfo shown;
  private @Nullable String problem;
  private boolean everOpened;

  CameraState(SourceMonitor monitor) {
    this.monitor = monitor;
    unexpected = new UnexpectedErrors(LOG, monitor);
  }

  synchronized void connecting() {
    if (state == SourceState.QUARANTINED) {
      // Until it is opened: being asked for and refused is no change.
      return;
    }
    is(SourceState.CONNECTING);
    LOG.debug("Connecting");
  }

  synchronized void opened() {
    if (everOpened) {
      monitor.reconnected();
    }
    everOpened = true;
  }

  /** A picture has come. */
  synchronized void streams(StreamInfo info) {
    if (!info.equals(shown)) {
      shown = info;
      monitor.shows(info.toString());
      LOG.info("Shows {}", info);
    }
    if (state != SourceState.STREAMING) {
      LOG.info(state == SourceState.STALLED ? "Streaming again" : "Streaming");
      is(SourceState.STREAMING);
      problem = null;
    }
  }

  /**
   * The stream is open, but no picture has come for a while.
   *
   * @param silence how long
   */
  synchronized void stalls(Duration silence) {
    if (state == SourceState.STREAMING || state == SourceState.CONNECTING) {
      try (MDC.MDCCloseable id = MDC.putCloseable("source", monitor.id())) {
        LOG.warn("Stalled: no picture for {} s", seconds(silence));
      }
      is(SourceState.STALLED);
    }
  }

  /**
   * @param why it failed
   * @param pause until it is tried again
   */
  synchronized void waits(String why, Duration pause) {
    monitor.error(why);
    is(SourceState.WAITING);
    if (why.equals(problem)) {
      // A camera may be off for weeks.
      LOG.debug("Still failing, trying again in {} s: {}", seconds(pause), why);
    } else {
      LOG.warn("Trying again in {} s: {}", seconds(pause), why);
      problem = why;
    }
  }

  /**
   * It ended the ingestor, and is not opened for now.
   *
   * @param why says until when
   */
  synchronized void isLeftOut(String why) {
    if (state != SourceState.QUARANTINED) {
      monitor.quarantined();
      LOG.error("Left out: {}", why);
    }
    monitor.error(why);
    is(SourceState.QUARANTINED);
    problem = why;
  }

  /** An exception was caught that no code provides for. */
  void unexpected(Throwable e) {
    unexpected.tell("Following the stream failed", e);
  }

  /** Trying again is pointless until settings change, here or at the camera. */
  synchronized void fails(String why) {
    monitor.error(why);
    is(SourceState.FAILED);
    LOG.error("Given up until its settings change or all are read again: {}", why);
    problem = why;
  }

  synchronized void ends() {
    is(SourceState.DONE);
    LOG.info("Stopped");
  }

  private void is(SourceState now) {
    state = now;
    monitor.is(now);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
