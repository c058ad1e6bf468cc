package io.sightings.ingest.supervise;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.publish.SourcePublisher;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.source.FrameSink;
import java.time.Duration;

/** Publishes what one source reads, counts it and tells the listener. */
final class RunSink implements FrameSink {
  private final SourceInfo source;
  private final FramePublisher kafka;
  private final IngestListener listener;
  private SourcePublisher publisher;
  private Duration length = Duration.ZERO;
  private Duration position = Duration.ZERO;
  private long read;
  private long sampled;
  private long rejected;

  RunSink(SourceInfo source, FramePublisher kafka, IngestListener listener) {
    this.source = source;
    this.kafka = kafka;
    this.listener = listener;
  }

  @Override
  public boolean begin(String epoch, Duration length) {
    publisher = kafka.source(source, epoch);
    this.length = length;
    listener.started(source, length);
    return true;
  }

  @Override
  public boolean skips() {
    return false;
  }

  @Override
  public void read(Duration position) {
    read++;
    this.position = position;
    listener.progressed(source, new SourceReadProgress(counts(), position, length));
  }

  @Override
  public void image(EncodedImage image, CaptureTime captured, String subject)
      throws PublishException, InterruptedException {
    sampled++;
    publisher.image(image, captured, subject);
  }

  @Override
  public void heartbeat(CaptureTime now) throws PublishException, InterruptedException {
    publisher.heartbeat(now);
  }

  @Override
  public void rejected(String text) {
    rejected++;
    listener.rejected(source, text);
  }

  @Override
  public void ended(CaptureTime now) throws PublishException, InterruptedException {
    publisher.ended(now);
  }

  /** Waits until all frames have arrived. */
  void await() throws PublishException, InterruptedException {
    if (publisher != null) {
      publisher.await();
    }
  }

  Duration position() {
    return position;
  }

  FrameCounts counts() {
    return publisher == null
        ? FrameCounts.NONE
        : new FrameCounts(read, sampled, publisher.arrived(), rejected, publisher.arrivedBytes());
  }
}
