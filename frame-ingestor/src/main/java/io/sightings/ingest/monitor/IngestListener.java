package io.sightings.ingest.monitor;

import io.sightings.contract.SourceInfo;
import java.time.Duration;

/** Follows a run of the ingestor. Called by many threads at once, and often: be quick. */
public interface IngestListener {

  /** Hears nothing. */
  IngestListener NONE = new IngestListener() {};

  /**
   * A source was opened.
   *
   * @param length of the recording; zero where it is not known
   */
  default void started(SourceInfo source, Duration length) {}

  /**
   * After each picture read, taken or not.
   *
   * @param position in the recording; zero for photos
   * @param length of the recording; zero if it is not known
   */
  default void progressed(
      SourceInfo source, FrameCounts counts, Duration position, Duration length) {}

  /** Something in a source cannot be used; reading goes on. */
  default void rejected(SourceInfo source, String text) {}

  /** Also for inputs that could not be read at all. */
  default void finished(SourceReport report) {}
}
