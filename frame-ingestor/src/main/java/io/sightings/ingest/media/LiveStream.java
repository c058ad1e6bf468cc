package io.sightings.ingest.media;

import java.time.Instant;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A camera or another stream, picture by picture, as they arrive. Holds native memory and a
 * connection until closed. Of one thread, but for {@link #cancel()}; interrupting that thread
 * cancels too.
 */
public final class LiveStream extends Pictures implements AutoCloseable {
  private final Cancellation cancellation;
  private final StreamInfo info;

  private LiveStream(StreamInfo info, Cancellation cancellation) {
    this.info = info;
    this.cancellation = cancellation;
  }

  /**
   * Opens a stream that only its own {@link #cancel()}, or an interrupt, will cancel.
   *
   * @throws StreamException if there is none, within {@link StreamBounds#timeout()}
   */
  public static LiveStream open(StreamAddress address, StreamBounds bounds) throws StreamException {
    return open(address, bounds, new Cancellation());
  }

  /**
   * Opens a stream.
   *
   * @param cancellation ends opening, and reading later
   * @throws StreamException if there is none, within {@link StreamBounds#timeout()}
   */
  public static LiveStream open(
      StreamAddress address, StreamBounds bounds, Cancellation cancellation)
      throws StreamException {
    throw new UnsupportedOperationException("not yet");
  }

  /** What it shows; changes when the camera is set otherwise. */
  public StreamInfo info() {
    return info;
  }

  /**
   * Waits for the next picture and makes it the current one.
   *
   * @return true
   * @throws StreamException when there are no more, for whatever reason
   */
  public boolean next() throws StreamException {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Time of the current picture from the first one; never goes back, even where the stream's own
   * times jump.
   */
  @Override
  public long micros() {
    return 0;
  }

  /**
   * When the current picture was taken by the camera's own clock, which may be wrong. Null where
   * the camera has not told its time, or not yet.
   */
  public Instant cameraTime() {
    return null;
  }

  /** Ends reading within some tenths of a second. May be called by any thread, any time. */
  public void cancel() {
    cancellation.cancel();
  }

  @Override
  AVFrame frame() {
    return null;
  }

  @Override
  Orientation orientation() {
    return Orientation.UPRIGHT;
  }

  @Override
  public void close() {}
}
