package io.sightings.ingest.stream;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.picture.PictureReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pictures that arrive as they are taken. Of one thread. */
public abstract class PictureStream extends PictureReader implements AutoCloseable {

  /** Opens a stream, as often as it ends. */
  @FunctionalInterface
  public interface Opener {
    /**
     * @param cancellation ends opening, and reading later
     */
    PictureStream open(StreamCancellation cancellation) throws StreamException;
  }

  /** What it shows; changes when the camera is set otherwise. */
  public abstract StreamInfo info();

  /**
   * Waits for the next picture and makes it the current one. The first is that of a key frame.
   *
   * @throws StreamException when there are no more, for any reason
   */
  public abstract void next() throws StreamException;

  /** When the current picture was taken by the camera's own clock, which may be wrong. */
  public abstract @Nullable Instant cameraTime();

  @Override
  public abstract void close();
}
