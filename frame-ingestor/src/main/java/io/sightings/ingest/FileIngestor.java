package io.sightings.ingest;

import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.supervise.IngestListener;
import io.sightings.ingest.supervise.IngestReport;
import io.sightings.ingest.supervise.SourceSupervisor;
import java.util.List;

/** Reads files and folders and publishes them as frames. */
public final class FileIngestor {

  private FileIngestor() {}

  /**
   * Reads all inputs to their ends and waits until their frames have arrived. An input that cannot
   * be read, or not to its end, is in the report and keeps no other from being read.
   *
   * @throws PublishException if Kafka cannot be used at all; the text says how to mend it
   * @throws InterruptedException if the calling thread is interrupted; reading has stopped then
   */
  public static IngestReport run(
      IngestorSettings settings, List<SourceSettings> inputs, IngestListener listener)
      throws PublishException, InterruptedException {
    return new SourceSupervisor(settings, listener).run(inputs);
  }
}
