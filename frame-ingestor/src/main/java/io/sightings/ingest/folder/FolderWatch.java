package io.sightings.ingest.folder;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.publish.Lane;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.util.concurrent.Semaphore;

/** A watched folder, or the folder of an upload source. */
public final class FolderWatch implements RunningSource {
  private final SourceMonitor monitor;

  /**
   * @param lane to Kafka, with all the patience files have
   * @param files bounds how many files are read at once, over all sources
   */
  public FolderWatch(
      SourceSettings source,
      IngestorSettings settings,
      Lane lane,
      SourceMonitor monitor,
      Semaphore files) {
    this.monitor = monitor;
  }

  @Override
  public void start() {
    monitor.is(SourceState.IDLE);
  }

  @Override
  public void close() {
    monitor.is(SourceState.DONE);
  }
}
