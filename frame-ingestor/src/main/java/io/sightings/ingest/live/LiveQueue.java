package io.sightings.ingest.live;

import io.sightings.contract.Frame;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.live.PendingFrame.Picture;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * What one live source has to say, on its way to Kafka. Nothing here waits, but for {@link #close};
 * a picture that finds no room pushes out an older one. What becomes of pictures is told to the
 * source's monitor. Guarded by its buffer.
 */
final class LiveQueue {
  private final LiveBuffer buffer;
  private final SourceMonitor monitor;
  private final SourceBacklog backlog;
  private String epoch;
  private boolean closed;
  private int handed;
  private long handedPictures;
  private long sampled;
  private long published;
  private long dropped;
  private long rejected;

  /**
   * What became of pictures.
   *
   * @param sampled always the sum of the others
   * @param held those that wait or are on their way
   */
  record Tally(long sampled, long published, long dropped, long rejected, long held) {}

  LiveQueue(LiveBuffer buffer, SourceInfo source, SourceMonitor monitor, String epoch) {
    this.buffer = buffer;
    this.monitor = monitor;
    this.backlog = new SourceBacklog(source);
    this.epoch = epoch;
  }

  /** What follows is of another run. */
  void begin(String otherEpoch) {
    synchronized (buffer) {
      epoch = otherEpoch;
    }
  }

  void picture(EncodedImage image, CaptureTime at) {
    synchronized (buffer) {
      sampled++;
      monitor.sampled();
      Picture picture = new Picture(epoch, at, image);
      if (!closed && buffer.makeRoom(SourceBacklog.cost(picture))) {
        add(picture);
      } else {
        backlog.drop();
        countDropped(1);
      }
    }
  }

  /**
   * A picture that should have been taken cannot be.
   *
   * @param why one sentence
   */
  void rejected(String why) {
    synchronized (buffer) {
      sampled++;
      monitor.sampled();
      rejected++;
      monitor.rejected(why);
    }
  }

  void heartbeat(CaptureTime at) {
    synchronized (buffer) {
      add(new PendingFrame.Heartbeat(epoch, at));
    }
  }

  /** The source was blind from then until now. */
  void gap(Instant from, CaptureTime at) {
    synchronized (buffer) {
      add(new PendingFrame.Gap(epoch, from, at));
    }
  }

  /** The source is gone for good. */
  void ended(CaptureTime at) {
    synchronized (buffer) {
      add(new PendingFrame.Ended(epoch, at));
    }
  }

  private void add(PendingFrame item) {
    if (!closed) {
      boolean first = backlog.isEmpty();
      backlog.add(item);
      buffer.added(this, item, first);
    }
  }

  SourceBacklog backlog() {
    return backlog;
  }

  /** Gives up the oldest picture. */
  void dropOldest() {
    backlog.dropOldest();
    countDropped(1);
  }

  /** Hands the next one over. */
  Frame hand() {
    Frame frame = backlog.poll();
    handed++;
    handedPictures += frame.image() == null ? 0 : 1;
    return frame;
  }

  /**
   * One that was handed over has arrived, or never will.
   *
   * @param size of the picture in bytes; negative where it was none
   * @param failure null where it has arrived
   */
  void settled(int size, Exception failure) {
    handed--;
    if (size < 0) {
      return;
    }
    handedPictures--;
    if (failure == null) {
      published++;
      monitor.published(size);
    } else if (failure instanceof RecordTooLargeException) {
      rejected++;
      monitor.rejected(
          "Kafka refuses a picture of %d bytes: raise the topic's max.message.bytes, or lower image.maxBytes"
              .formatted(size));
    } else if (failure instanceof InvalidRecordException
        || failure instanceof InvalidTimestampException) {
      rejected++;
      monitor.rejected("Kafka refuses a picture: " + failure.getMessage());
    } else {
      countDropped(1);
      monitor.error("a picture did not arrive in Kafka: " + failure.getMessage());
    }
  }

  private void countDropped(long pictures) {
    dropped += pictures;
    for (long i = 0; i < pictures; i++) {
      monitor.dropped();
    }
    buffer.countDropped(pictures);
  }

  /**
   * Takes nothing any more, and waits until all has arrived, but not for ever: what has not been
   * handed over by then is given up.
   *
   * @return how many pictures were given up
   */
  long close(Duration atMost) throws InterruptedException {
    synchronized (buffer) {
      closed = true;
      long end = System.nanoTime() + atMost.toNanos();
      for (long left = atMost.toNanos();
          left > 0 && (handed > 0 || !backlog.isEmpty());
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(buffer, left);
      }
      return giveUp();
    }
  }

  private long giveUp() {
    long pictures = backlog.pictures();
    buffer.removed(this);
    backlog.clear();
    countDropped(pictures);
    return pictures;
  }

  /** Of this moment. */
  Tally tally() {
    synchronized (buffer) {
      return new Tally(sampled, published, dropped, rejected, backlog.pictures() + handedPictures);
    }
  }
}
