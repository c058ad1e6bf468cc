package io.sightings.ingest.file;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.ffmpeg.CodecWhitelist;
import io.sightings.ingest.ffmpeg.FfmpegContainer;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import io.sightings.ingest.ffmpeg.FormatWhitelist;
import io.sightings.ingest.ffmpeg.ReadDeadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/** A video file: packets of its best video stream, in file order. Of one thread. */
final class VideoDemuxer implements AutoCloseable {
  /** FFmpeg opens the file it is given and nothing else, also if the file names others. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "protocol_whitelist",
          "file",
          FormatWhitelist.OPTION,
          FormatWhitelist.files(),
          CodecWhitelist.OPTION,
          CodecWhitelist.decoders());

  private final ReadDeadline deadline;
  private final FfmpegContainer container;

  private VideoDemuxer(Duration timeout) {
    deadline = new ReadDeadline(timeout);
    container = new FfmpegContainer(deadline);
  }

  static VideoDemuxer open(Path file, Duration timeout) throws MediaException {
    VideoDemuxer demuxer = new VideoDemuxer(timeout);
    try {
      demuxer.openFile(file);
      return demuxer;
    } catch (MediaException | RuntimeException e) {
      demuxer.close();
      throw e;
    }
  }

  private void openFile(Path file) throws MediaException {
    int opened = container.open("file:" + file.toAbsolutePath(), null, OPTIONS);
    if (opened < 0) {
      // What FFmpeg says where a format is not on the list.
      boolean refused = opened == AVERROR_EINVAL();
      throw unreadable(refused ? "this format is not read" : FfmpegErrors.text(opened));
    }
    int found = container.probe();
    if (found < 0) {
      throw unreadable(FfmpegErrors.text(found));
    }
    if (container.choose() < 0) {
      throw new MediaException("there is no video in it, only sound or data");
    }
  }

  private MediaException unreadable(String why) {
    return deadline.passed()
        ? new MediaException("the file did not answer in time: check the drive it is on")
        : new MediaException(
            "not a video FFmpeg can read, or a damaged or unfinished one (" + why + ")");
  }

  AVFormatContext context() {
    return container.context();
  }

  AVStream stream() {
    return container.stream();
  }

  /**
   * Reads the next packet of the video stream.
   *
   * @return false at the end of the file
   */
  boolean read(AVPacket packet) throws MediaException {
    while (true) {
      deadline.renew();
      int code = container.read(packet);
      if (code == AVERROR_EOF) {
        return false;
      }
      FfmpegErrors.check(code, "the file cannot be read further");
      if (container.isVideo(packet)) {
        return true;
      }
      avcodec.av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    container.close();
  }
}
