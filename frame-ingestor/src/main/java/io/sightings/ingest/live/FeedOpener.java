package io.sightings.ingest.live;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.ffmpeg.StreamCancellation;

/** Opens a source's stream, again and again. */
@FunctionalInterface
interface FeedOpener {

  /**
   * @param cancellation ends opening, and reading later
   */
  LiveFeed open(StreamCancellation cancellation) throws StreamException;
}
