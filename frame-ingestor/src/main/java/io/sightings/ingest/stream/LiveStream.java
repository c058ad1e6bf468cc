package io.sightings.ingest.stream;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONKEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;

import io.sightings.ingest.address.KnownSecrets;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import io.sightings.ingest.ffmpeg.FfmpegLog;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.picture.DisplayOrientation;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * A camera or another stream, picture by picture, as they arrive. Holds native memory and a
 * connection until closed. Of one thread; interrupting it cancels.
 */
public final class LiveStream extends PictureStream {
  private final KnownSecrets.Hidden secrets;
  private final StreamDemuxer demuxer;
  private final StreamDecoder decoder;
  private final StreamTimes times;
  private final DisplayOrientation orientation;
  private final DecodePatience patience;
  private final boolean keyFramesOnly;
  private final AVPacket packet = FfmpegErrors.allocated(av_packet_alloc());
  private @Nullable AVFrame frame;
  private boolean joined;
  private boolean tainted;
  private long keyFrames;
  private boolean closed;

  private LiveStream(
      StreamDemuxer demuxer,
      StreamDecoder decoder,
      StreamBounds bounds,
      KnownSecrets.Hidden secrets) {
    this.demuxer = demuxer;
    this.decoder = decoder;
    this.secrets = secrets;
    times = new StreamTimes(demuxer);
    orientation = DisplayOrientation.of(demuxer.stream().codecpar());
    patience = new DecodePatience(bounds.timeout());
    keyFramesOnly = bounds.keyFramesOnly();
    if (keyFramesOnly) {
      // Some formats can leave the others unread.
      demuxer.stream().discard(AVDISCARD_NONKEY);
    }
  }

  /**
   * Opens a stream.
   *
   * @param cancellation ends opening, and reading later
   * @throws StreamException if there is none, within {@link StreamBounds#timeout()}
   */
  public static LiveStream open(
      StreamAddress address, StreamBounds bounds, StreamCancellation cancellation)
      throws StreamException {
    KnownSecrets.Hidden secrets = FfmpegLog.hide(address.secrets());
    StreamDemuxer demuxer = null;
    try {
      demuxer = StreamDemuxer.open(address, bounds, cancellation);
      StreamDecoder decoder = new StreamDecoder(demuxer.stream(), bounds);
      return new LiveStream(demuxer, decoder, bounds, secrets);
    } catch (StreamException | RuntimeException e) {
      if (demuxer != null) {
        demuxer.close();
      }
      secrets.close();
      throw e;
    }
  }

  @Override
  public StreamInfo info() {
    AVFrame known = frame;
    int width = known == null ? demuxer.stream().codecpar().width() : known.width();
    int height = known == null ? demuxer.stream().codecpar().height() : known.height();
    return new StreamInfo(decoder.codec(), width, height, fps());
  }

  private double fps() {
    AVRational rate = av_guess_frame_rate(demuxer.context(), demuxer.stream(), null);
    return rate.num() <= 0 || rate.den() <= 0 ? decoder.fps() : (double) rate.num() / rate.den();
  }

  @Override
  public void next() throws StreamException {
    patience.begin(tainted);
    while (true) {
      AVFrame picture = decoder.receive();
      if (picture == null) {
        patience.check();
        demuxer.read(packet);
        feed();
      } else if (isToBeShown(picture)) {
        frame = picture;
        times.picture(picture, fps());
        return;
      }
    }
  }

  private void feed() throws StreamException {
    times.packet(packet, fps());
    boolean key = demuxer.isKey(packet);
    if (key) {
      keyFrames++;
      joined = true;
    }
    if (joined && (key || !keyFramesOnly)) {
      patience.fed();
      tainted |= !decoder.send(packet);
    }
    av_packet_unref(packet);
  }

  /** What is damaged remains so in all that is built upon it, up to the next key frame. */
  private boolean isToBeShown(AVFrame picture) {
    boolean fresh = (picture.flags() & AV_FRAME_FLAG_KEY) != 0;
    tainted = isDamaged(picture) || (tainted && !fresh);
    return frame != null || !tainted;
  }

  /** Whether the decoder had to invent parts of the current picture, or of one it is built upon. */
  @Override
  public boolean damaged() {
    return tainted;
  }

  /**
   * Time of the current picture from the first one; never goes back, even where the stream's own
   * times jump.
   */
  @Override
  public long micros() {
    return times.micros();
  }

  @Override
  public @Nullable Instant cameraTime() {
    return times.cameraTime();
  }

  /** How many key frames have come so far. */
  public long keyFrames() {
    return keyFrames;
  }

  /** Names of options that meant nothing to FFmpeg. */
  public Set<String> unknownOptions() {
    return demuxer.unknownOptions();
  }

  @Override
  public AVFrame frame() {
    return Objects.requireNonNull(frame, "a picture was decoded");
  }

  @Override
  public DisplayOrientation orientation() {
    return orientation;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      av_packet_free(packet);
      packet.close();
      decoder.close();
      demuxer.close();
      secrets.close();
    }
  }
}
