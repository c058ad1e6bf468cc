package io.sightings.ingest.monitor;

import io.sightings.contract.SourceInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How reading a source ended.
 *
 * @param input as the user has named it
 * @param source null where the input could not be read at all
 * @param media length of what was read; zero for photos
 * @param took how long that took
 * @param failure one sentence without the input's name
 */
public record SourceReport(
    String input,
    @Nullable SourceInfo source,
    FrameCounts counts,
    Duration media,
    Duration took,
    @Nullable String failure) {

  public boolean failed() {
    return failure != null;
  }
}
