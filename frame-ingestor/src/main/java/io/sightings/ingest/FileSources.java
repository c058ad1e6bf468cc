package io.sightings.ingest;

import io.sightings.ingest.folder.FileRun;
import io.sightings.ingest.folder.FolderWatch;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.publish.Lane;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.service.SourceFactory;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;

/** All sources that are read from files, so many files at a time. */
final class FileSources implements SourceFactory {
  private final Lane lane;
  private final FilePermits permits;

  FileSources(Lane lane, IngestorSettings settings) {
    this.lane = lane;
    permits = new FilePermits(settings);
  }

  @Override
  public RunningSource create(
      SourceSettings source, IngestorSettings settings, SourceMonitor monitor) {
    return source.isFile()
        ? new FileRun(source, settings, lane, monitor, permits)
        : new FolderWatch(source, settings, lane, monitor, permits);
  }

  @Override
  public void apply(IngestorSettings settings) {
    permits.apply(settings);
  }
}
