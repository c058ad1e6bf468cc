package io.sightings.ingest.live;

import io.sightings.contract.CaptureClock;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.jpeg.JpegWriter;
import io.sightings.ingest.live.LiveBuffer.SourceQueue;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.sample.FrameSampler;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.stream.PictureStream;
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
  private final SourceQueue queue;
  private final LiveEpochs epochs;
  private final CaptureClocks clocks;
  private final GapDetector sight;
  private final SampleSettings sample;
  private final JpegWriter jpegs;
  private FrameSampler sampler;
  private @Nullable CaptureTime last;

  StreamPublisher(
      SourceMonitor monitor,
      SourceQueue queue,
      LiveEpochs epochs,
      LiveSettings live,
      SampleSettings sample,
      int maxImageBytes) {
    this.monitor = monitor;
    this.queue = queue;
    this.epochs = epochs;
    this.sample = sample;
    clocks = new CaptureClocks(live.clockTolerance(), live.timeout().multipliedBy(TIMEOUTS));
    sight = new GapDetector(sample.heartbeat());
    jpegs = new JpegWriter(sample, maxImageBytes);
    sampler = new FrameSampler(sample);
  }

  /** A connection was opened. */
  void opened() {
    clocks.opened();
    sampler = new FrameSampler(sample);
  }

  /** The connection is closed. */
  void lost() {
    sight.lost();
    jpegs.close();
  }

  /**
   * The stream has a new picture.
   *
   * @param arrival when it came
   */
  void picture(PictureStream stream, Instant arrival) {
    monitor.read();
    CaptureTime now = clocks.at(stream.micros(), stream.cameraTime(), arrival);
    if (clocks.setBack()) {
      queue.begin(epochs.next(arrival));
      LOG.warn("A clock was set back to {}: what follows is another epoch", now.at());
    }
    goesBy(now.clock());
    last = now;
    Instant blindFrom = sight.sees(now.at(), clocks.setBack());
    if (blindFrom != null) {
      queue.gap(blindFrom, now);
      monitor.gap();
      LOG.info("Was blind from {} to {}", blindFrom, now.at());
    }
    // The next whole picture takes the place of a damaged one.
    if (!stream.damaged() && sampler.takes(stream)) {
      take(stream, now);
    }
    if (sampler.heartbeatDue(stream.micros())) {
      queue.heartbeat(now);
    }
  }

  private void take(PictureStream stream, CaptureTime now) {
    try {
      queue.image(jpegs.write(stream), now);
    } catch (MediaException e) {
      queue.rejected(e.getMessage());
    }
  }

  private void goesBy(CaptureClock now) {
    if (last == null || last.clock() != now) {
      monitor.goesBy(now);
      LOG.info(
          "Its frames go by {}",
          now == CaptureClock.CAMERA ? "the camera's own clock" : "the time of arrival");
    }
  }

  /**
   * Takes no more pictures and waits until those taken have arrived.
   *
   * @return how many were dropped, as they did not arrive in time
   */
  long close(Duration timeout) throws InterruptedException {
    return queue.close(timeout);
  }

  /** The source is gone for good. */
  void ended() {
    if (last != null) {
      queue.ended(last);
    }
  }

  /** Time between pictures as they usually come; zero where that is not known. */
  Duration usual() {
    return sight.usual();
  }
}
