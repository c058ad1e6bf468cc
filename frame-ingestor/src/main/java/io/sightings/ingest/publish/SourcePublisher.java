package io.sightings.ingest.publish;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One run of one source: numbers its frames and knows which have arrived. After the first frame
 * that did not arrive nothing more is sent, so that there is never a gap with frames behind it.
 * Frames are sent by one thread.
 */
public final class SourcePublisher {
  private final ProducerShare share;
  private final SourceInfo source;
  private final String epoch;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final long arrivedBefore;
  private final ArrivalMark mark;
  private final IntConsumer arrivals;
  private long sequence;
  private long sent;
  private long settled;

  SourcePublisher(
      ProducerShare share, SourceInfo source, String epoch, long from, IntConsumer arrivals) {
    this.share = share;
    this.source = source;
    this.epoch = epoch;
    this.arrivedBefore = from;
    this.mark = new ArrivalMark(from);
    this.arrivals = arrivals;
  }

  /**
   * Whether the next frame has arrived before this run was continued. If so, it counts as sent, and
   * need not be made.
   */
  public boolean skips() {
    if (sequence >= arrivedBefore) {
      return false;
    }
    sequence++;
    return true;
  }

  /**
   * Sends a picture.
   *
   * @param subject what within the source is seen
   * @throws PublishException if this or an earlier frame cannot be sent
   */
  public void image(EncodedImage image, CaptureTime captured, @Nullable String subject)
      throws PublishException, InterruptedException {
    if (skips()) {
      return;
    }
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            source,
            epoch,
            sequence,
            captured.at(),
            image.contentType(),
            image.width(),
            image.height(),
            subject,
            captured.clock(),
            null);
    send(new Frame(info, image.bytes()));
  }

  public void heartbeat(CaptureTime now) throws PublishException, InterruptedException {
    if (!skips()) {
      send(Frame.heartbeat(source, epoch, sequence, now.at(), now.clock()));
    }
  }

  public void ended(CaptureTime now) throws PublishException, InterruptedException {
    if (!skips()) {
      send(Frame.ended(source, epoch, sequence, now.at(), now.clock()));
    }
  }

  private void send(Frame frame) throws PublishException, InterruptedException {
    throwFailure();
    try {
      share.send(frame, (metadata, failed) -> settled(frame, failed));
    } catch (KafkaException | PublishException e) {
      failure.compareAndSet(null, e);
      throwFailure();
    }
    sequence++;
    sent++;
  }

  private synchronized void settled(Frame frame, @Nullable Exception failed) {
    if (failed != null) {
      failure.compareAndSet(null, failed);
    } else {
      mark.arrived(frame.info().sequence());
      if (frame.image() != null) {
        arrivals.accept(frame.image().length);
      }
    }
    settled++;
    notifyAll();
  }

  /**
   * Waits until all frames have arrived.
   *
   * @return whether they have within the time
   * @throws PublishException if one has not, and will not
   */
  public boolean await(Duration time) throws PublishException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    synchronized (this) {
      for (long left = time.toNanos();
          left > 0 && settled < sent && failure.get() == null;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }
    throwFailure();
    if (settledAll()) {
      return true;
    }
    try {
      share.timeLeft();
    } catch (PublishException e) {
      failure.compareAndSet(null, e);
      throwFailure();
    }
    return false;
  }

  private synchronized boolean settledAll() {
    return settled == sent;
  }

  /** How many frames of the run, from its first on, have arrived without a hole. */
  public long mark() {
    return mark.frames();
  }

  private void throwFailure() throws PublishException {
    Exception failed = failure.get();
    if (failed != null) {
      throw new PublishException(
          "frames do not arrive on %s (%s): mend that and run it again; frames that have arrived are"
                  .formatted(share.describe(), failed.getMessage())
              + " recognised",
          failed);
    }
  }
}
