package io.sightings.ingest.folder;

import io.sightings.ingest.progress.RunProgress;
import org.jspecify.annotations.Nullable;

/**
 * How reading a file ended.
 *
 * @param fault why not all of it was read, in a sentence; null where it was
 * @param progress of the run; null where not even that could be told
 */
record ReadResult(String fault, @Nullable RunProgress progress) {

  boolean isWhole() {
    return fault == null;
  }

  /** Frames that have arrived, now or before. */
  long frames() {
    return progress == null ? 0 : progress.frames();
  }

  void forget() {
    if (progress != null) {
      progress.forget();
    }
  }
}
