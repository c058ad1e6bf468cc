package io.sightings.ingest;

import io.sightings.ingest.live.Cameras;
import io.sightings.ingest.monitor.Monitors;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.service.IngestService;
import io.sightings.ingest.service.SourceFactories;
import io.sightings.ingest.service.SourceFactory;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.supervise.IngestListener;
import io.sightings.ingest.supervise.IngestReport;
import io.sightings.ingest.supervise.Supervisor;
import java.util.List;

/** Reads what the settings name and publishes it as frames. */
public final class Ingestor {

  private Ingestor() {}

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
    return new Supervisor(settings, listener).run(inputs);
  }

  /**
   * Starts a service that reads the settings' sources until it is closed. Kafka need not be there
   * yet, and may go away: files wait for it, and of streams the newest pictures are kept.
   *
   * @throws PublishException if the settings do not make a client of Kafka
   */
  public static IngestService start(IngestorSettings settings) throws PublishException {
    KafkaLink kafka = KafkaLink.open(settings.kafka());
    FramePublisher publisher = kafka.publisher();
    SourceFactory files = new FileSources(publisher.files(), settings);
    SourceFactory live = new Cameras(publisher, settings.live());
    return IngestService.start(
        settings, kafka, new SourceFactories(live, files, files, files), new Monitors());
  }
}
