package io.sightings.ingest.live;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.stream.StreamInfo;
import java.time.Instant;

/** A stream that is open, and what is taken of it. Of one thread. */
interface LiveFeed extends AutoCloseable {

  StreamInfo info();

  /**
   * Waits for the next picture and makes it the current one.
   *
   * @throws StreamException when there are no more, for any reason
   */
  void next() throws StreamException;

  /** Time of the current picture since the first one; never goes back. */
  long micros();

  /** When the current picture was taken by the camera's clock; null where that is not told. */
  Instant cameraTime();

  /** Whether the current picture is to be published. To be asked once for each. */
  boolean takes();

  /** Whether a heartbeat is due. To be asked for each picture, after {@link #takes()}. */
  boolean heartbeatDue();

  /**
   * The current picture.
   *
   * @throws MediaException if it cannot be encoded
   */
  EncodedImage image() throws MediaException;

  @Override
  void close();
}
