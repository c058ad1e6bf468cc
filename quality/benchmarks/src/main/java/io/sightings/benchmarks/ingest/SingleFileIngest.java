package io.sightings.benchmarks.ingest;

import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FrameSink;
import io.sightings.ingest.source.InputResolver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ours, in a process of its own: the ingestor's way from a file to frames, which are dropped. */
final class SingleFileIngest implements FrameSink {
  private long pictures;
  private long bytes;

  private SingleFileIngest() {}

  /**
   * @param args a {@link IngestWork} and a file
   */
  public static void main(String[] args) throws Exception {
    IngestWork work = IngestWork.valueOf(args[0]);
    SingleFileIngest sink = new SingleFileIngest();
    IngestorSettings settings = IngestorSettings.defaults().withSample(work.sample());
    new InputResolver(settings).resolve(SourceSettings.of(args[1])).get(0).run(sink);
    System.out.println("frame=" + sink.pictures);
    System.out.println("bytes=" + sink.bytes);
  }

  @Override
  public boolean begin(String epoch, Duration length) {
    return true;
  }

  @Override
  public void read(Duration position) {}

  @Override
  public boolean skips() {
    return false;
  }

  @Override
  public void image(EncodedImage image, CaptureTime captured, @Nullable String subject) {
    pictures++;
    bytes += image.bytes().length;
  }

  @Override
  public void heartbeat(CaptureTime now) {}

  @Override
  public void rejected(String text) {
    throw new IllegalStateException(text);
  }

  @Override
  public void ended(CaptureTime now) {}
}
