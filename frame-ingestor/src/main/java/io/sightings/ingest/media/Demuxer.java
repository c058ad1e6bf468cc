package io.sightings.ingest.media;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.PointerPointer;

/** A container: packets of its best video stream, in file order. Of one thread. */
final class Demuxer implements AutoCloseable {
  /** Text that FFmpeg would show as moving pictures. */
  private static final Set<String> TEXT = Set.of("tty", "bin", "xbin", "adf", "idf");

  private final Deadline deadline;
  private AVFormatContext context;
  private AVStream stream;

  private Demuxer(Duration timeout) {
    deadline = new Deadline(timeout);
  }

  static Demuxer open(Path file, Duration timeout) throws MediaException {
    FfmpegLog.install();
    Demuxer demuxer = new Demuxer(timeout);
    try {
      demuxer.openFile(file);
      return demuxer;
    } catch (MediaException | RuntimeException e) {
      demuxer.close();
      throw e;
    }
  }

  private void openFile(Path file) throws MediaException {
    context = Ffmpeg.allocated(avformat_alloc_context());
    context.interrupt_callback().callback(deadline);
    AVDictionary options = new AVDictionary(null);
    // A playlist that calls itself a video must not make this process fetch other things.
    av_dict_set(options, "protocol_whitelist", "file", 0);
    try {
      int opened = avformat_open_input(context, "file:" + file.toAbsolutePath(), null, options);
      if (opened < 0) {
        // FFmpeg has freed it.
        context.setNull();
        throw unreadable(Ffmpeg.text(opened));
      }
    } finally {
      av_dict_free(options);
      options.close();
    }
    String format = context.iformat().name().getString();
    if (TEXT.contains(format) || format.contains("image2") || format.endsWith("_pipe")) {
      throw unreadable("it looks like " + format);
    }
    int found = avformat_find_stream_info(context, (PointerPointer<?>) null);
    if (found < 0) {
      throw unreadable(Ffmpeg.text(found));
    }
    chooseStream();
  }

  private void chooseStream() throws MediaException {
    int best =
        av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (best < 0 || (context.streams(best).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
      throw new MediaException("there is no video in it, only sound or data");
    }
    stream = context.streams(best);
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != best) {
        context.streams(i).discard(avcodec.AVDISCARD_ALL);
      }
    }
  }

  private MediaException unreadable(String why) {
    return deadline.passed()
        ? new MediaException("the file did not answer in time: check the drive it is on")
        : new MediaException(
            "not a video FFmpeg can read, or a damaged or unfinished one (" + why + ")");
  }

  AVFormatContext context() {
    return context;
  }

  AVStream stream() {
    return stream;
  }

  /**
   * Reads the next packet of the video stream.
   *
   * @return false at the end of the file
   */
  boolean read(AVPacket packet) throws MediaException {
    while (true) {
      deadline.renew();
      int code = av_read_frame(context, packet);
      if (code == AVERROR_EOF) {
        return false;
      }
      Ffmpeg.check(code, "the file cannot be read further");
      if (packet.stream_index() == stream.index()) {
        return true;
      }
      avcodec.av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    if (context != null) {
      if (!context.isNull()) {
        avformat_close_input(context);
      }
      context.close();
    }
    deadline.close();
  }
}
