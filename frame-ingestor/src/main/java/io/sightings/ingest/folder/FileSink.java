package io.sightings.ingest.folder;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.journal.JournaledRead;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.progress.RunProgress;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.publish.SourcePublisher;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.source.FrameSink;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what a file holds, from where an earlier attempt has got to, and keeps track. */
final class FileSink implements FrameSink {
  private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final SourceInfo source;
  private final ProducerShare lane;
  private final SourceMonitor monitor;
  private final JournaledRead reading;
  private final Function<String, RunProgress> runs;
  private RunProgress progress;
  private SourcePublisher publisher;

  /**
   * @param reading of the file, in the journal
   * @param runs gives the progress of an epoch
   */
  FileSink(
      SourceInfo source,
      ProducerShare lane,
      SourceMonitor monitor,
      JournaledRead reading,
      Function<String, RunProgress> runs) {
    this.reading = reading;
    this.source = source;
    this.lane = lane;
    this.monitor = monitor;
    this.runs = runs;
  }

  @Override
  public boolean begin(String epoch, Duration length) {
    progress = runs.apply(epoch);
    if (progress.isComplete()) {
      LOG.info(
          "{}: run {} was read before and is not read again, unless files.again is true",
          monitor.id(),
          epoch);
      return false;
    }
    publisher = lane.source(source, progress.epoch(), progress.frames(), monitor::published);
    return true;
  }

  @Override
  public void read(Duration position) {
    monitor.read();
    progress.arrived(publisher.mark());
  }

  @Override
  public boolean skips() {
    return publisher.skips();
  }

  @Override
  public void image(EncodedImage image, CaptureTime captured, String subject)
      throws PublishException, InterruptedException {
    // Those that arrived in an earlier attempt are skipped: where that ended is still to come.
    reading.delivers();
    monitor.sampled();
    monitor.goesBy(captured.clock());
    publisher.image(image, captured, subject);
  }

  @Override
  public void heartbeat(CaptureTime now) throws PublishException, InterruptedException {
    publisher.heartbeat(now);
  }

  @Override
  public void rejected(String text) {
    monitor.rejected(text);
  }

  @Override
  public void ended(CaptureTime now) throws PublishException, InterruptedException {
    publisher.ended(now);
  }

  /** Waits until all frames have arrived, however long that takes. */
  void await() throws PublishException, InterruptedException {
    if (publisher != null) {
      while (!publisher.await(LOOK)) {
        progress.arrived(publisher.mark());
      }
      progress.arrived(publisher.mark());
    }
  }

  /** Waits a little for what is on its way, and keeps what has arrived for the next attempt. */
  void stop(Duration atMost) {
    if (publisher == null) {
      return;
    }
    // The thread was interrupted to stop it.
    boolean interrupted = Thread.interrupted();
    try {
      publisher.await(atMost);
    } catch (PublishException e) {
      monitor.error(e.getMessage());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    progress.arrived(publisher.mark());
    progress.save();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Null where the file was not opened. */
  RunProgress progress() {
    return progress;
  }
}
