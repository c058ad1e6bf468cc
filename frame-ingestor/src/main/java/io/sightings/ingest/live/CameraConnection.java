package io.sightings.ingest.live;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.stream.PictureStream;
import java.time.Duration;

/**
 * One attempt at a stream, from its opening to its end. Of one thread, but for {@link #look()} and
 * {@link #cancel()}.
 */
final class CameraConnection {
  /** A source is stalled when so many pictures are missing, but not before a second has passed. */
  private static final int STALLED = 4;

  private static final long STALLED_NANOS = Duration.ofSeconds(1).toNanos();

  /** The first picture is that of a key frame, and may be some seconds away. */
  private static final long JOINING_NANOS = Duration.ofSeconds(5).toNanos();

  private final StreamPublisher view;
  private final CameraState state;
  private final MonotonicTime time;
  private final StreamCancellation cancellation = new StreamCancellation();
  private long firstPicture;
  private volatile boolean seen;
  private volatile boolean open;
  private volatile long lastPicture;
  private volatile long usual;

  CameraConnection(StreamPublisher view, CameraState state, MonotonicTime time) {
    this.view = view;
    this.state = state;
    this.time = time;
  }

  /**
   * Follows the stream to its end.
   *
   * @param admission whether the journal lets it be read now
   * @throws StreamException always
   */
  void follow(PictureStream.Opener opener, ReadAdmission admission) throws StreamException {
    try (ReadAdmission.Granted granted = granted(admission);
        PictureStream stream = opener.open(cancellation)) {
      lastPicture = time.nanoTime();
      usual = view.usual().toNanos();
      open = true;
      state.opened();
      view.opened();
      while (true) {
        stream.next();
        granted.delivers();
        picture(stream);
      }
    } finally {
      open = false;
      view.lost();
    }
  }

  private static ReadAdmission.Granted granted(ReadAdmission admission) throws StreamException {
    if (admission instanceof ReadAdmission.Refused refused) {
      throw new StreamException(Problem.QUARANTINED, refused.why());
    }
    if (admission instanceof ReadAdmission.Deferred deferred) {
      throw new StreamException(Problem.DEFERRED, deferred.why());
    }
    return (ReadAdmission.Granted) admission;
  }

  private void picture(PictureStream stream) {
    lastPicture = time.nanoTime();
    if (!seen) {
      firstPicture = lastPicture;
      seen = true;
    }
    view.picture(stream, time.now());
    usual = view.usual().toNanos();
    state.streams(stream.info());
  }

  /** Looks whether pictures are missing. Called by another thread every now and then. */
  void look() {
    long silence = time.nanoTime() - lastPicture;
    long least = seen ? STALLED_NANOS : JOINING_NANOS;
    if (open && silence > Math.max(least, STALLED * usual)) {
      state.stalls(Duration.ofNanos(silence));
    }
  }

  /** May be called any time, by any thread. */
  void cancel() {
    cancellation.cancel();
  }

  /** For how long pictures came. */
  Duration held() {
    return Duration.ofNanos(seen ? lastPicture - firstPicture : 0);
  }
}
