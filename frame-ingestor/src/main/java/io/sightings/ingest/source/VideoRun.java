package io.sightings.ingest.source;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.file.VideoFile;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.jpeg.JpegWriter;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.sample.FrameSampler;
import io.sightings.ingest.settings.SampleSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One pass through an open video. */
final class VideoRun {
  private final VideoFile video;
  private final JpegWriter jpegs;
  private final FrameSampler sampler;
  private final boolean keyFramesOnly;
  private final CaptureTime start;
  private final FrameSink sink;
  private long decoded;
  private long damaged;
  private long published;

  VideoRun(
      VideoFile video,
      JpegWriter jpegs,
      SampleSettings sampling,
      CaptureTime start,
      FrameSink sink) {
    this.video = video;
    this.jpegs = jpegs;
    this.sampler = new FrameSampler(sampling);
    this.keyFramesOnly = sampling.keyFramesOnly();
    this.start = start;
    this.sink = sink;
  }

  /**
   * Publishes all there is.
   *
   * @throws MediaException if that was not all there should be
   */
  void play() throws IOException, InterruptedException {
    MediaException failure = null;
    try {
      while (video.next()) {
        picture();
      }
    } catch (MediaException e) {
      failure = e;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while reading");
    }
    if (decoded == 0) {
      throw new MediaException(
          keyFramesOnly
              ? "no key frame in it can be decoded: set keyFramesOnly to false"
              : "no picture in it can be decoded: the video is damaged",
          failure);
    }
    sink.ended(now());
    check(failure);
  }

  private void picture() throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while reading");
    }
    decoded++;
    long micros = video.micros();
    sink.read(Duration.of(micros, ChronoUnit.MICROS));
    if (video.damaged()) {
      // The next whole one takes its place.
      damaged++;
    } else if (sampler.takes(video)) {
      take(micros);
    }
    if (sampler.heartbeatDue(micros)) {
      sink.heartbeat(now());
    }
  }

  private void take(long micros) throws IOException, InterruptedException {
    if (!sink.skips()) {
      encode(micros);
    }
    published++;
  }

  private void encode(long micros) throws IOException, InterruptedException {
    EncodedImage image;
    try {
      image = jpegs.write(video);
    } catch (MediaException e) {
      sink.rejected(at(micros) + ": " + e.getMessage());
      // In its place, so that frames have the same numbers whether they were encoded or skipped.
      sink.heartbeat(now());
      published--;
      return;
    }
    sink.image(image, now(), null);
  }

  private CaptureTime now() {
    return start.plusMicros(video.micros());
  }

  private void check(@Nullable MediaException failure) throws MediaException {
    if (failure != null) {
      throw incomplete("the file is damaged after " + at(video.micros()), failure);
    }
    if (video.cutShort()) {
      String length = at(video.length().toNanos() / 1000);
      throw incomplete(
          "the file is damaged after %s of %s".formatted(at(video.micros()), length), null);
    }
    long broken = damaged + video.undecodablePackets();
    if (broken > 0) {
      throw incomplete(
          "the file is damaged in %d place%s".formatted(broken, broken == 1 ? "" : "s"), null);
    }
  }

  private MediaException incomplete(String what, @Nullable MediaException cause) {
    return new MediaException(
        "%s; %d frame%s published nevertheless"
            .formatted(what, published, published == 1 ? " was" : "s were"),
        cause);
  }

  private static String at(long micros) {
    return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
  }
}
