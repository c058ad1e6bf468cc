package io.sightings.ingest.reading;

import io.sightings.ingest.progress.RunProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How reading a file ended.
 *
 * @param fault why not all of it was read, in a sentence; null if all was
 * @param progress of the run
 * @param media length of what was read; zero for photos
 * @param refused whether it may not be read any more
 */
public record ReadResult(
    @Nullable String fault, @Nullable RunProgress progress, Duration media, boolean refused) {

  /** A file that could not be opened. */
  public static ReadResult failed(String fault) {
    return new ReadResult(fault, null, Duration.ZERO, false);
  }

  static ReadResult refused(String why) {
    return new ReadResult(why, null, Duration.ZERO, true);
  }

  /** The fault of a file that stays where it is, and what to do about it. */
  public @Nullable String lastingFault() {
    return refused
        ? fault + ": convert it, or delete its entry in the state folder's reading/"
        : fault;
  }

  /** Frames that have arrived, now or before. */
  public long frames() {
    return progress == null ? 0 : progress.frames();
  }

  public void forget() {
    if (progress != null) {
      progress.forget();
    }
  }
}
