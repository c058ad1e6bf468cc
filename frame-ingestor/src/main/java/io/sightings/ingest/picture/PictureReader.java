package io.sightings.ingest.picture;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Reads pictures one after the other, of a recording or a stream. Of one thread. */
public abstract class PictureReader {

  public PictureReader() {}

  /** The current picture, valid until the next one is asked for. */
  public abstract AVFrame frame();

  /** How the current picture must be turned to be upright. */
  public abstract DisplayOrientation orientation();

  /** Time of the current picture in microseconds from the first one; never goes back. */
  public abstract long micros();

  /** Whether the decoder had to invent parts of the current picture. */
  public boolean damaged() {
    return isDamaged(frame());
  }

  protected static boolean isDamaged(AVFrame picture) {
    return (picture.flags() & AV_FRAME_FLAG_CORRUPT) != 0 || picture.decode_error_flags() != 0;
  }
}
