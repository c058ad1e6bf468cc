package io.sightings.ingest.service;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;

/** A source that does nothing by itself: what it is about comes from elsewhere. */
public record IdleSource(SourceMonitor monitor) implements RunningSource {

  @Override
  public void start() {
    monitor.is(SourceState.IDLE);
  }

  @Override
  public void close() {
    monitor.is(SourceState.DONE);
  }
}
