package io.sightings.ingest.live;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.live.LiveBuffer.SourceQueue;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.service.SourceFactory;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.stream.LiveStream;
import io.sightings.ingest.stream.StreamAddress;
import io.sightings.ingest.stream.StreamBounds;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All live sources: the memory they share, the thread that sends, and one that looks after them.
 */
public final class LiveCameras implements SourceFactory {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCameras.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final UnexpectedErrors unexpected = new UnexpectedErrors(LOG, "live sources", () -> {});
  private final ReadingJournal journal;
  private final LiveBuffer buffer;
  private final LiveSender sender;
  private final LossLogger news;
  private final LiveEpochs epochs = new LiveEpochs();
  private final Set<LiveCamera> cameras = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch;

  /**
   * @param journal knows each stream while it is opened and read
   */
  public LiveCameras(FramePublisher kafka, LiveSettings settings, ReadingJournal journal) {
    this.journal = journal;
    buffer = new LiveBuffer(settings.bufferBytes());
    news = new LossLogger(buffer);
    // Bounded by the buffer, which decides what is on its way.
    sender = new LiveSender(buffer, kafka.share(Integer.MAX_VALUE, ProducerShare.FOREVER));
    watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "camera-watch");
              thread.setDaemon(true);
              return thread;
            });
    sender.start();
    watch.scheduleWithFixedDelay(
        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public RunningSource create(
      SourceSettings source, IngestorSettings settings, SourceMonitor monitor) {
    StreamAddress address = StreamAddress.of(source);
    SampleSettings sample = settings.sampleOf(source);
    LiveSettings live = settings.live();
    StreamBounds bounds =
        new StreamBounds(live.timeout(), settings.image().maxPixels(), sample.keyFramesOnly());
    // Names it in the journal: another address is another stream.
    String stream = source.url() + " " + source.device() + " " + source.format();
    SourceInfo info = source.info(monitor.id(), SourceKind.LIVE);
    SourceQueue queue = buffer.queue(info, monitor, epochs.next(MonotonicTime.SYSTEM.now()));
    LiveCamera camera =
        new LiveCamera(
            monitor,
            cancellation -> LiveStream.open(address, bounds, cancellation),
            () -> journal.admit(monitor.id(), stream, true),
            new StreamPublisher(monitor, queue, epochs, live, sample, settings.image().maxBytes()),
            new RetryBackoff(live.minBackoff(), live.maxBackoff(), 0.5),
            live.timeout(),
            MonotonicTime.SYSTEM);
    cameras.add(camera);
    return camera;
  }

  private void look() {
    try {
      cameras.removeIf(LiveCamera::isStopping);
      cameras.forEach(LiveCamera::look);
      news.look();
    } catch (RuntimeException e) {
      // Thrown on, it would be the last look.
      unexpected.tell("looking for stalled streams failed", e);
    }
  }

  @Override
  public void apply(IngestorSettings settings) {
    buffer.resize(settings.live().bufferBytes());
  }

  /** What all live sources hold at present because Kafka has not taken it, in bytes. */
  public long heldBytes() {
    return buffer.held();
  }

  @Override
  public void close() {
    watch.shutdownNow();
    sender.close();
  }
}
