package io.sightings.ingest.service;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;

/** Makes what reads one kind of source, and holds what those share. */
public interface SourceFactory extends AutoCloseable {

  /**
   * Makes what reads a source. It is not started yet, and nothing is waited for.
   *
   * @param source as the user has described it; a path may have no id
   * @param settings all there are
   * @param monitor is told what the source does; its id is the source's, whether named or not
   * @throws IllegalArgumentException if it can never work; one sentence without credentials
   */
  RunningSource create(SourceSettings source, IngestorSettings settings, SourceMonitor monitor);

  /** New settings are in force, for what all sources of the kind share. Returns at once. */
  default void apply(IngestorSettings settings) {}

  /** Follows the close of all sources it has made. */
  @Override
  default void close() {}
}
