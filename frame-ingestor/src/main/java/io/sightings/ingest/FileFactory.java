package io.sightings.ingest;

import io.sightings.ingest.folder.FileRun;
import io.sightings.ingest.folder.FolderWatch;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.Lane;
import io.sightings.ingest.service.SourceFactory;
import io.sightings.ingest.settings.IngestorSettings;
import java.util.concurrent.Semaphore;

/** Makes what reads files: they share a way to Kafka, and so many are read at once. */
final class FileFactory {
  private final ReadingJournal journal;
  private final Lane lane;
  private final Semaphore atOnce;

  FileFactory(IngestorSettings settings, FramePublisher kafka, ReadingJournal journal) {
    this.journal = journal;
    lane = kafka.lane(settings.kafka().inFlightBytes(), Lane.FOREVER);
    atOnce = new Semaphore(settings.files().parallel(), true);
  }

  SourceFactory paths() {
    return (source, settings, monitor) ->
        new FileRun(source, settings, lane, monitor, atOnce, journal);
  }

  /** Of watched folders, and of those that uploaded videos are put into. */
  SourceFactory folders() {
    return (source, settings, monitor) ->
        new FolderWatch(source, settings, lane, monitor, atOnce, journal);
  }
}
