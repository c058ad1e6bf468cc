package io.sightings.ingest.live;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.jpeg.DrawnPictures;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.stream.PictureStream;
import io.sightings.ingest.stream.StreamFailures;
import io.sightings.ingest.stream.StreamInfo;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A camera that does what a test says, in a time that the test makes. */
final class ScriptedStream implements PictureStream.Opener {
  static final StreamInfo HD = new StreamInfo("h264", 1920, 1080, 25);

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong wallShift = new AtomicLong();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private sealed interface Event {}

  private record Opens() implements Event {}

  private record Fails(StreamException how) implements Event {}

  private record Breaks(RuntimeException how) implements Event {}

  /**
   * @param seconds when it arrives
   * @param taken whether it is sampled
   * @param cameraTime null where the camera does not tell
   */
  record Shows(
      double seconds, StreamInfo info, boolean taken, boolean encodable, Instant cameraTime)
      implements Event {}

  MonotonicTime time() {
    return new MonotonicTime(
        () -> Things.START.plusNanos(nanos.get() + wallShift.get()), nanos::get);
  }

  ScriptedStream opens() {
    events.add(new Opens());
    return this;
  }

  ScriptedStream shows(double... seconds) {
    for (double second : seconds) {
      events.add(new Shows(second, HD, true, true, null));
    }
    return this;
  }

  ScriptedStream shows(Shows picture) {
    events.add(picture);
    return this;
  }

  ScriptedStream fails(Problem problem) {
    events.add(new Fails(StreamFailures.of(problem, "the stream is " + problem)));
    return this;
  }

  ScriptedStream breaks() {
    events.add(new Breaks(new IllegalStateException("a bug")));
    return this;
  }

  /** Time passes. */
  ScriptedStream at(double seconds) {
    nanos.set(Math.round(seconds * 1e9));
    return this;
  }

  /** The ingestor's clock is set. */
  void clockSetBy(double seconds) {
    wallShift.addAndGet(Math.round(seconds * 1e9));
  }

  /** How often it was opened, or tried to be. */
  int attempts() {
    return attempts.get();
  }

  /** How often it was closed after it was open. */
  int closed() {
    return closed.get();
  }

  boolean playedOut() {
    return events.isEmpty();
  }

  @Override
  public PictureStream open(StreamCancellation cancellation) throws StreamException {
    attempts.incrementAndGet();
    Event event = next(cancellation);
    if (event instanceof Opens) {
      return new ScriptedPictures(cancellation);
    }
    throw ended(event);
  }

  private Event next(StreamCancellation cancellation) throws StreamException {
    try {
      Event event = null;
      while (event == null) {
        if (cancellation.cancelled()) {
          throw StreamFailures.of(Problem.CANCELLED, "nobody wants it any more");
        }
        event = events.poll(5, TimeUnit.MILLISECONDS);
      }
      return event;
    } catch (InterruptedException e) {
      throw new IllegalStateException("cameras are not interrupted", e);
    }
  }

  private static StreamException ended(Event event) {
    if (event instanceof Breaks bug) {
      throw bug.how();
    }
    return ((Fails) event).how();
  }

  private final class ScriptedPictures extends PictureStream {
    private final StreamCancellation cancellation;
    private final DrawnPictures small =
        new DrawnPictures().size(16, 16, AV_PIX_FMT_YUV420P).paint((plane, x, y, part) -> 128);

    /** Noise, which does not fit into the bytes an image may have. */
    private final DrawnPictures large =
        new DrawnPictures()
            .size(320, 240, AV_PIX_FMT_YUV420P)
            .paint((plane, x, y, part) -> (x * 7919 ^ y * 104_729) * 31 >> 3 & 255);

    private double first = Double.NaN;
    private Shows shown = new Shows(0, HD, false, false, null);

    ScriptedPictures(StreamCancellation cancellation) {
      this.cancellation = cancellation;
    }

    @Override
    public StreamInfo info() {
      return shown.info();
    }

    @Override
    public void next() throws StreamException {
      Event event = ScriptedStream.this.next(cancellation);
      if (!(event instanceof Shows picture)) {
        throw ended(event);
      }
      shown = picture;
      at(picture.seconds());
      if (Double.isNaN(first)) {
        first = picture.seconds();
      }
    }

    @Override
    public long micros() {
      return Math.round((shown.seconds() - first) * 1e6);
    }

    @Override
    public Instant cameraTime() {
      return shown.cameraTime();
    }

    /** A damaged picture is not taken. */
    @Override
    public boolean damaged() {
      return !shown.taken();
    }

    @Override
    public AVFrame frame() {
      return (shown.encodable() ? small : large).frame();
    }

    @Override
    public DisplayOrientation orientation() {
      return DisplayOrientation.UPRIGHT;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
      small.close();
      large.close();
    }
  }
}
