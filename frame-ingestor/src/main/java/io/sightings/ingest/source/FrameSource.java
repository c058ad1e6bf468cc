package io.sightings.ingest.source;

import io.sightings.contract.SourceInfo;
import java.io.IOException;

/** Something frames come from. */
public sealed interface FrameSource permits VideoSource, PhotoSource {

  /** As the user has named it. */
  String input();

  SourceInfo info();

  /**
   * Reads it from the beginning to the end, on the calling thread.
   *
   * @throws IOException if it cannot be read, or not to its end; what could be read is in the sink
   */
  void run(FrameSink sink) throws IOException, InterruptedException;
}
