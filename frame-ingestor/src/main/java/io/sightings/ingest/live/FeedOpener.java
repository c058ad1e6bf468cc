package io.sightings.ingest.live;

import io.sightings.ingest.media.Cancellation;
import io.sightings.ingest.media.StreamException;

/** Opens a source's stream, again and again. */
@FunctionalInterface
interface FeedOpener {

  /**
   * @param cancellation ends opening, and reading later
   */
  Feed open(Cancellation cancellation) throws StreamException;
}
