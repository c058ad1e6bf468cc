package io.sightings.ingest.live;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.jpeg.JpegWriter;
import io.sightings.ingest.sample.FrameSampler;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.stream.LiveStream;
import io.sightings.ingest.stream.StreamAddress;
import io.sightings.ingest.stream.StreamBounds;
import io.sightings.ingest.stream.StreamInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A camera's stream, through FFmpeg. */
record StreamFeed(LiveStream stream, FrameSampler sampler, JpegWriter jpegs) implements LiveFeed {

  /**
   * @throws IllegalArgumentException if the address of the source is none
   */
  static FeedOpener opener(SourceSettings source, IngestorSettings settings) {
    StreamAddress address = StreamAddress.of(source);
    SampleSettings sample = settings.sampleOf(source);
    StreamBounds bounds =
        new StreamBounds(
            settings.live().timeout(), settings.image().maxPixels(), sample.keyFramesOnly());
    return cancellation -> {
      LiveStream stream = LiveStream.open(address, bounds, cancellation);
      // Neither holds anything before the first picture.
      return new StreamFeed(
          stream, new FrameSampler(sample), new JpegWriter(sample, settings.image().maxBytes()));
    };
  }

  @Override
  public StreamInfo info() {
    return stream.info();
  }

  @Override
  public void next() throws StreamException {
    stream.next();
  }

  @Override
  public long micros() {
    return stream.micros();
  }

  @Override
  public @Nullable Instant cameraTime() {
    return stream.cameraTime();
  }

  @Override
  public boolean takes() {
    // The next whole picture takes the place of a damaged one.
    return !stream.damaged() && sampler.takes(stream);
  }

  @Override
  public boolean heartbeatDue() {
    return sampler.heartbeatDue(stream.micros());
  }

  @Override
  public EncodedImage image() throws MediaException {
    return jpegs.write(stream);
  }

  @Override
  public void close() {
    jpegs.close();
    stream.close();
  }
}
