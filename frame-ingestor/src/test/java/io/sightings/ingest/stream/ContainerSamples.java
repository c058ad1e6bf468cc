package io.sightings.ingest.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.sightings.ingest.TestVideo;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Videos of twenty pictures in every container. */
public final class ContainerSamples {
  public static final int PICTURES = 20;

  /** Codecs of containers that do not take MPEG-4, by the extension. */
  private static final Map<String, String> CODECS =
      Map.ofEntries(
          Map.entry("flv", "flv"),
          Map.entry("wmv", "wmv2"),
          Map.entry("asf", "wmv2"),
          Map.entry("mxf", "mpeg2video"),
          Map.entry("mpg", "mpeg1video"),
          Map.entry("mpeg", "mpeg2video"),
          Map.entry("vob", "mpeg2video"),
          Map.entry("wtv", "mpeg2video"),
          Map.entry("mjpeg", "mjpeg"),
          Map.entry("gif", "gif"),
          Map.entry("apng", "apng"),
          Map.entry("webm", "libvpx"),
          Map.entry("ogv", "libvpx"),
          Map.entry("ivf", "libvpx"),
          Map.entry("h264", "libopenh264"),
          Map.entry("y4m", "rawvideo"),
          Map.entry("rm", "rv10"),
          Map.entry("swf", "flv"));

  private static final Map<String, Integer> PIXELS =
      Map.of(
          "mjpeg", AV_PIX_FMT_YUVJ420P,
          "gif", AV_PIX_FMT_RGB8,
          "apng", AV_PIX_FMT_RGB24);

  private static final Map<String, String> FORMATS =
      Map.of(
          "mpg",
          "mpeg",
          "mpeg",
          "mpeg",
          "vob",
          "vob",
          "mjpeg",
          "mjpeg",
          "gif",
          "gif",
          "apng",
          "apng",
          "y4m",
          "yuv4mpegpipe");

  private ContainerSamples() {}

  /** An MP4 that says it holds VVC. */
  public static Path inVvc(Path file) throws IOException {
    new TestVideo(96, 64).write(file, 25, PICTURES);
    String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
    return Files.write(
        file, bytes.replace("mp4v", "vvc1").replace("esds", "skip").getBytes(ISO_8859_1));
  }

  public static Path withSound(Path file) throws IOException {
    return write(file, 1);
  }

  public static Path write(Path file) throws IOException {
    return write(file, 0);
  }

  private static Path write(Path file, int channels) throws IOException {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    av_log_set_level(AV_LOG_ERROR);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 96, 64, channels);
        Frame frame = new Frame(96, 64, Frame.DEPTH_UBYTE, 3)) {
      if (FORMATS.containsKey(extension)) {
        recorder.setFormat(FORMATS.get(extension));
      }
      recorder.setVideoCodecName(CODECS.getOrDefault(extension, "mpeg4"));
      recorder.setPixelFormat(PIXELS.getOrDefault(extension, AV_PIX_FMT_YUV420P));
      recorder.setFrameRate(25);
      recorder.setGopSize(5);
      recorder.start();
      for (int i = 0; i < PICTURES; i++) {
        recorder.record(frame, AV_PIX_FMT_BGR24);
        if (channels > 0) {
          recorder.recordSamples(ShortBuffer.allocate(44_100 / 25));
        }
      }
    }
    return file;
  }
}
