package io.sightings.ingest.reading;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.progress.RunProgress;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.publish.SourcePublisher;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.source.FrameSink;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a file holds, from where an earlier attempt has got to, and records how far it is.
 */
final class ResumableFrameSink implements FrameSink {
  private static final Logger LOG = LoggerFactory.getLogger(ResumableFrameSink.class);
  private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(50);

  private final SourceInfo source;
  private final ProducerShare kafka;
  private final SourceMonitor monitor;
  private final IngestListener listener;
  private final ReadAdmission.Granted admission;
  private final Function<String, RunProgress> runs;
  private @Nullable RunProgress progress;
  private @Nullable SourcePublisher publisher;
  private Duration length = Duration.ZERO;
  private Duration position = Duration.ZERO;

  /**
   * @param admission of the file
   * @param runs gives the progress of an epoch
   */
  ResumableFrameSink(
      SourceInfo source,
      ProducerShare kafka,
      SourceMonitor monitor,
      IngestListener listener,
      ReadAdmission.Granted admission,
      Function<String, RunProgress> runs) {
    this.source = source;
    this.kafka = kafka;
    this.monitor = monitor;
    this.listener = listener;
    this.admission = admission;
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
    publisher = kafka.source(source, progress.epoch(), progress.frames(), monitor::published);
    this.length = length;
    listener.started(source, length);
    return true;
  }

  @Override
  public void read(Duration position) {
    this.position = position;
    monitor.read();
    recordArrivals();
    listener.progressed(source, monitor.counts(), position, length);
  }

  @Override
  public boolean skips() {
    return begun().skips();
  }

  @Override
  public void image(EncodedImage image, CaptureTime captured, @Nullable String subject)
      throws PublishException, InterruptedException {
    // Those that arrived in an earlier attempt are skipped: where that ended is still to come.
    admission.delivers();
    monitor.sampled();
    monitor.goesBy(captured.clock());
    begun().image(image, captured, subject);
  }

  @Override
  public void heartbeat(CaptureTime now) throws PublishException, InterruptedException {
    begun().heartbeat(now);
  }

  @Override
  public void rejected(String text) {
    monitor.rejected(text);
    listener.rejected(source, text);
  }

  @Override
  public void ended(CaptureTime now) throws PublishException, InterruptedException {
    begun().ended(now);
  }

  private SourcePublisher begun() {
    return Objects.requireNonNull(publisher, "a source begins first");
  }

  private void recordArrivals() {
    if (progress != null && publisher != null) {
      progress.arrived(publisher.mark());
    }
  }

  /** Waits until all frames have arrived, as long as Kafka is waited for. */
  void await() throws PublishException, InterruptedException {
    while (publisher != null && !publisher.await(PROGRESS_INTERVAL)) {
      recordArrivals();
    }
    recordArrivals();
  }

  /** Waits a little for what is in flight, and keeps what has arrived for the next attempt. */
  void stop(Duration timeout) {
    if (progress == null || publisher == null) {
      return;
    }
    // The thread was interrupted to stop it.
    boolean interrupted = Thread.interrupted();
    try {
      publisher.await(timeout);
    } catch (PublishException e) {
      monitor.error(e.getMessage());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    recordArrivals();
    progress.save();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Nullable RunProgress progress() {
    return progress;
  }

  /** How far it was read. */
  Duration position() {
    return position;
  }
}
