package io.sightings.ingest.source;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.file.VideoFile;
import io.sightings.ingest.jpeg.JpegWriter;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.settings.FileSettings;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SampleSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording.
 *
 * @param sample what is taken of it
 * @param start capture time of the first frame
 */
record VideoSource(
    String input,
    SourceInfo info,
    Path file,
    @Nullable Instant start,
    SampleSettings sample,
    IngestorSettings settings)
    implements FrameSource {
  private static final int CHUNK_BYTES = 1 << 20;

  @Override
  public void run(FrameSink sink) throws IOException, InterruptedException {
    try {
      play(sink);
    } catch (MediaException e) {
      requireReadable(e);
      throw e;
    }
  }

  /**
   * Reads the file to its end: FFmpeg takes an error of the drive for the end of the file.
   *
   * @param fault what seems to be wrong with it
   * @throws IOException if it cannot be read, so that nothing is known of its content
   */
  private void requireReadable(MediaException fault) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    Thread thread = Thread.currentThread();
    if (thread.isInterrupted()) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      boolean more = true;
      while (more && !thread.isInterrupted()) {
        more = in.read(chunk) > 0;
      }
    } catch (IOException e) {
      e.addSuppressed(fault);
      throw e;
    }
  }

  private void play(FrameSink sink) throws IOException, InterruptedException {
    FileSettings files = settings.files();
    ImageLimits image = settings.image();
    try (VideoFile video =
            VideoFile.open(
                file,
                files.readTimeout(),
                files.decoderThreads(),
                image.maxPixels(),
                sample.keyFramesOnly());
        JpegWriter jpegs = new JpegWriter(sample, image.maxBytes())) {
      CaptureTime first = startOf(video);
      if (sink.begin(epoch(first.at()), video.length())) {
        new VideoRun(video, jpegs, sample, first, sink).play();
      }
    }
  }

  private CaptureTime startOf(VideoFile video) throws IOException {
    if (start != null) {
      return new CaptureTime(start, CaptureClock.STATED);
    }
    if (video.createdAt() != null) {
      return new CaptureTime(video.createdAt(), CaptureClock.RECORDING);
    }
    // A camera writes its file last when the recording ends.
    Instant written = Files.getLastModifiedTime(file).toInstant();
    return new CaptureTime(written.minus(video.length()), CaptureClock.FILE);
  }

  /** Other times or other samples are other frames, and must not pass for the same. */
  private String epoch(Instant first) throws IOException {
    return new EpochName()
        .withContent(file)
        .with(first)
        .with(sample.fps())
        .with(sample.heartbeat())
        .with(sample.keyFramesOnly())
        .with(sample.motion())
        .with(sample.maxWidth())
        .with(sample.region())
        .with(sample.masks())
        .name();
  }
}
