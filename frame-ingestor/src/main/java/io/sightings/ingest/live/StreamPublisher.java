package io.sightings.ingest.live;

import io.sightings.contract.CaptureClock;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SampleSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a source shows, over all its connections: gives each picture its time, puts what is taken
 * into the queue, and says when the source was blind. Of one thread.
 */
final class StreamPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(StreamPublisher.class);

  /** Pictures may be held up for as long as a connection may say nothing, and then come at once. */
  private static final int TIMEOUTS = 2;

  private final SourceMonitor monitor;
  private final LiveQueue queue;
  private final LiveEpochs epochs;
  private final CaptureClocks clocks;
  private final GapDetector sight;
  private @Nullable CaptureClock clock;

  StreamPublisher(
      SourceMonitor monitor,
      LiveQueue queue,
      LiveEpochs epochs,
      LiveSettings live,
      SampleSettings sample) {
    this.monitor = monitor;
    this.queue = queue;
    this.epochs = epochs;
    clocks = new CaptureClocks(live.clockTolerance(), live.timeout().multipliedBy(TIMEOUTS));
    sight = new GapDetector(sample.heartbeat());
  }

  /** Another connection was opened. */
  void opened() {
    clocks.opened();
    sight.lost();
  }

  /**
   * The feed has a new picture.
   *
   * @param arrival when it came
   */
  void picture(LiveFeed feed, Instant arrival) {
    monitor.read();
    CaptureTime now = clocks.at(feed.micros(), feed.cameraTime(), arrival);
    if (clocks.setBack()) {
      queue.begin(epochs.next(arrival));
      LOG.warn("A clock was set back to {}: what follows is another epoch", now.at());
    }
    goesBy(now.clock());
    Instant blindFrom = sight.sees(now.at(), clocks.setBack());
    if (blindFrom != null) {
      queue.gap(blindFrom, now);
      monitor.gap();
      LOG.info("Was blind from {} to {}", blindFrom, now.at());
    }
    if (feed.takes()) {
      take(feed, now);
    }
    if (feed.heartbeatDue()) {
      queue.heartbeat(now);
    }
  }

  private void take(LiveFeed feed, CaptureTime now) {
    try {
      queue.picture(feed.image(), now);
    } catch (MediaException e) {
      queue.rejected(e.getMessage());
    }
  }

  private void goesBy(@Nullable CaptureClock now) {
    if (now != clock) {
      clock = now;
      monitor.goesBy(now);
      LOG.info(
          "Its frames go by {}",
          now == CaptureClock.CAMERA ? "the camera's own clock" : "the time of arrival");
    }
  }

  /** The source is gone for good. */
  void ended() {
    if (sight.last() != null) {
      queue.ended(new CaptureTime(sight.last(), clock));
    }
  }

  /** Time between pictures as they usually come; zero where that is not known. */
  Duration usual() {
    return sight.usual();
  }
}
