package io.sightings.ingest.source;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.media.JpegWriter;
import io.sightings.ingest.media.VideoFile;
import io.sightings.ingest.media.VideoInfo;
import io.sightings.ingest.settings.FileSettings;
import io.sightings.ingest.settings.ImageSettings;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A recording.
 *
 * @param start capture time of the first frame, null where the file is to say it
 */
record VideoSource(
    String input, SourceInfo info, Path file, Instant start, IngestorSettings settings)
    implements Source {

  @Override
  public void run(FrameSink sink) throws IOException, InterruptedException {
    FileSettings files = settings.files();
    ImageSettings image = settings.image();
    try (VideoFile video =
            VideoFile.open(file, files.readTimeout(), files.decoderThreads(), image.maxPixels());
        JpegWriter jpegs = new JpegWriter(image.quality(), image.maxWidth(), image.maxBytes())) {
      Instant first = start == null ? startOf(video.info()) : start;
      sink.begin(epoch(first), video.info().length());
      new VideoRun(video, jpegs, settings.sampling(), first, sink).play();
    }
  }

  private Instant startOf(VideoInfo video) throws IOException {
    return video.createdAt() != null
        ? video.createdAt()
        // A camera writes its file last when the recording ends.
        : Files.getLastModifiedTime(file).toInstant().minus(video.length());
  }

  /** Other times or other samples are other frames, and must not pass for the same. */
  private String epoch(Instant first) throws IOException {
    if (settings.files().again()) {
      return Epoch.fresh();
    }
    return new Epoch()
        .withContent(file)
        .with(first)
        .with(settings.sampling())
        .with(settings.image().maxWidth())
        .name();
  }
}
