package io.sightings.ingest.source;

import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a source puts what it reads. Frames it takes arrive, in their order, or it throws. */
public interface FrameSink {

  /**
   * Comes first.
   *
   * @param epoch names this run of the source
   * @param length how much there is to read, zero where that is not known
   * @return false where this run has been read to its end before, so that nothing is left to do
   */
  boolean begin(String epoch, Duration length) throws IOException;

  /**
   * Something was read, to be taken or not.
   *
   * @param position in the recording, or how many photos
   */
  void read(Duration position);

  /**
   * Whether the next picture has arrived before, in an earlier attempt at this run. If so, it
   * counts as put here, and need not be made.
   */
  boolean skips();

  /** Waits where frames come faster than they can be sent. */
  void image(EncodedImage image, CaptureTime captured, @Nullable String subject)
      throws IOException, InterruptedException;

  void heartbeat(CaptureTime now) throws IOException, InterruptedException;

  /** Something that should have been taken cannot be used; the text says what and why. */
  void rejected(String text);

  void ended(CaptureTime now) throws IOException, InterruptedException;
}
