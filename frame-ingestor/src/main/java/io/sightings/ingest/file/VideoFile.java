package io.sightings.ingest.file;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.picture.PictureReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * A video file, picture by picture. Holds native memory until closed. Of one thread; interrupting
 * it ends a read.
 */
public final class VideoFile extends PictureReader implements AutoCloseable {
  /** Clocks that were never set say 1904 or 1970. */
  private static final Instant EARLIEST = Instant.parse("1980-01-02T00:00:00Z");

  private static final long USUAL_FRAME_MICROS = 40_000;

  private final VideoDemuxer demuxer;
  private final VideoDecoder decoder;
  private final PresentationClock clock;
  private final DisplayOrientation orientation;
  private final Duration length;
  private final @Nullable Instant createdAt;
  private final boolean knowsOwnLength;
  private final long frameMicros;
  private @Nullable AVFrame frame;

  /** When the last picture was to be shown, as the file counts. */
  private @Nullable Long lastShown;

  private VideoFile(VideoDemuxer demuxer, int threads, long maxPixels, boolean keyFramesOnly)
      throws MediaException {
    this.demuxer = demuxer;
    AVStream stream = demuxer.stream();
    frameMicros = frameMicros();
    clock = new PresentationClock(micros(stream.start_time()), frameMicros);
    orientation = DisplayOrientation.of(stream.codecpar());
    knowsOwnLength = micros(stream.duration()) != null || demuxer.context().nb_streams() == 1;
    length = statedLength();
    createdAt = statedCreation();
    decoder = new VideoDecoder(demuxer, threads, maxPixels, keyFramesOnly);
  }

  /**
   * Opens a file and finds its video.
   *
   * @param readTimeout how long any single read may take
   * @param threads of the decoder
   * @param maxPixels larger pictures are not decoded
   * @param keyFramesOnly whether only key frames are decoded
   * @throws MediaException if it is no video, or an unreadable one
   */
  public static VideoFile open(
      Path file, Duration readTimeout, int threads, long maxPixels, boolean keyFramesOnly)
      throws MediaException {
    VideoDemuxer demuxer = VideoDemuxer.open(file, readTimeout);
    try {
      return new VideoFile(demuxer, threads, maxPixels, keyFramesOnly);
    } catch (MediaException | RuntimeException e) {
      demuxer.close();
      throw e;
    }
  }

  /** As the file states it; zero if it does not. */
  public Duration length() {
    return length;
  }

  /** When the recording began, as the file states it. */
  public @Nullable Instant createdAt() {
    return createdAt;
  }

  /**
   * Decodes the next picture.
   *
   * @return false at the end
   * @throws MediaException if the file cannot be read further
   */
  public boolean next() throws MediaException {
    frame = decoder.next();
    if (frame == null) {
      return false;
    }
    lastShown = micros(frame.best_effort_timestamp());
    clock.next(lastShown);
    return true;
  }

  /** Presentation time of the current picture from the start of the video; never goes back. */
  @Override
  public long micros() {
    return clock.now();
  }

  /** How many packets could not be decoded so far. */
  public long undecodablePackets() {
    return decoder.undecodablePackets();
  }

  /** Whether the file ended before the length it states. Means something at the end only. */
  public boolean cutShort() {
    long missing = length.toNanos() / 1000 - clock.now() - passedOver() - frameMicros;
    // The length of the whole file may be that of its sound, which may be longer.
    long tolerated = Math.max(knowsOwnLength ? 500_000 : 5_000_000, 2 * frameMicros);
    return missing > tolerated;
  }

  /** How much was read after the last picture, and not wanted. */
  private long passedOver() {
    Long end = micros(decoder.passedOver());
    return end == null || lastShown == null ? 0 : Math.max(0, end - lastShown);
  }

  @Override
  public AVFrame frame() {
    return Objects.requireNonNull(frame, "a picture was decoded");
  }

  @Override
  public DisplayOrientation orientation() {
    return orientation;
  }

  private long frameMicros() {
    AVStream stream = demuxer.stream();
    AVRational rate = av_guess_frame_rate(demuxer.context(), stream, null);
    return rate.num() <= 0 || rate.den() <= 0
        ? USUAL_FRAME_MICROS
        : 1_000_000L * rate.den() / rate.num();
  }

  private Duration statedLength() {
    Long own = micros(demuxer.stream().duration());
    if (own != null) {
      return Duration.ofNanos(own * 1000);
    }
    long whole = demuxer.context().duration();
    return whole == AV_NOPTS_VALUE ? Duration.ZERO : Duration.ofNanos(whole * 1000);
  }

  private @Nullable Instant statedCreation() {
    Instant whole = creation(demuxer.context().metadata());
    return whole != null ? whole : creation(demuxer.stream().metadata());
  }

  private static @Nullable Instant creation(@Nullable AVDictionary metadata) {
    AVDictionaryEntry entry =
        metadata == null ? null : av_dict_get(metadata, "creation_time", null, 0);
    if (entry == null) {
      return null;
    }
    try {
      Instant time = Instant.parse(entry.value().getString());
      return time.isBefore(EARLIEST) ? null : time;
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  private @Nullable Long micros(long units) {
    if (units == AV_NOPTS_VALUE) {
      return null;
    }
    AVRational base = demuxer.stream().time_base();
    return Math.round(units * 1e6 * base.num() / base.den());
  }

  @Override
  public void close() {
    decoder.close();
    demuxer.close();
  }
}
