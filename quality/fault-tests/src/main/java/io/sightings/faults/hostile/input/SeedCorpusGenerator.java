package io.sightings.faults.hostile.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.opencv_core.Mat;

/** Draws the good pictures and videos the hostile ones are made from. */
public final class SeedCorpusGenerator {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int FRAMES = 6;
  private static final int PACKED_MEBIBYTES = 16;

  private static final Map<String, Integer> CONTAINERS =
      Map.of(
          "mp4", AV_CODEC_ID_MPEG4,
          "matroska", AV_CODEC_ID_MPEG4,
          "avi", AV_CODEC_ID_MJPEG,
          "mpegts", AV_CODEC_ID_MPEG2VIDEO,
          "flv", AV_CODEC_ID_FLV1);

  private SeedCorpusGenerator() {}

  /**
   * @param face a JPEG with a face
   * @param model of the people's templates
   * @param home of the project, which holds the documented settings
   * @param folder where the bait and temporary files go
   */
  public static SeedCorpus make(byte[] face, String model, int vectorLength, Path home, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Map<String, byte[]> videos = new TreeMap<>();
    for (Map.Entry<String, Integer> container : CONTAINERS.entrySet()) {
      Path file = folder.resolve("seed." + container.getKey());
      film(file, container.getKey(), container.getValue());
      videos.put(container.getKey(), Files.readAllBytes(file));
    }
    Path bait = folder.resolve("bait.mp4").toAbsolutePath();
    Files.write(bait, videos.get("mp4"));
    return new SeedCorpus(
        pictures(),
        videos,
        face,
        PngBombs.packed(new byte[1 << 20], PACKED_MEBIBYTES),
        bait.toString(),
        model,
        vectorLength,
        Files.readString(home.resolve("conf/ingestor.yaml")),
        Files.readString(home.resolve("conf/job.yaml")));
  }

  private static Map<String, byte[]> pictures() throws IOException {
    BufferedImage drawn = drawn(0);
    Map<String, byte[]> pictures = new TreeMap<>();
    for (String format : new String[] {"jpg", "png", "bmp"}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(drawn, format, out);
      pictures.put(format, out.toByteArray());
    }
    pictures.put("webp", webp(pictures.get("png")));
    return pictures;
  }

  private static byte[] webp(byte[] png) {
    try (Mat encoded = new Mat(1, png.length, 0);
        BytePointer out = new BytePointer()) {
      encoded.data().put(png);
      try (Mat picture = imdecode(encoded, IMREAD_COLOR)) {
        imencode(".webp", picture, out);
      }
      byte[] bytes = new byte[(int) out.limit()];
      out.get(bytes);
      return bytes;
    }
  }

  private static BufferedImage drawn(int number) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    for (int x = 0; x < WIDTH; x++) {
      graphics.setColor(new Color(4 * x % 256, 40 * number % 256, 200));
      graphics.drawLine(x, 0, WIDTH - x, HEIGHT);
    }
    graphics.dispose();
    return picture;
  }

  private static void film(Path file, String format, int codec) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    ByteBuffer pixels =
        ByteBuffer.allocateDirect(4 * WIDTH * HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
    Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 4, 4 * WIDTH);
    frame.image = new Buffer[] {pixels};
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT, 0)) {
      recorder.setFormat(format);
      recorder.setVideoCodec(codec);
      recorder.setFrameRate(5);
      // Without it some containers name a random stream or the time of day.
      recorder.setOption("fflags", "bitexact");
      recorder.setVideoOption("threads", "1");
      recorder.setVideoOption("flags", "bitexact");
      if (codec == AV_CODEC_ID_MPEG2VIDEO) {
        recorder.setFrameRate(25);
      }
      recorder.start();
      for (int i = 0; i < FRAMES; i++) {
        int[] rgb = ((DataBufferInt) drawn(i).getRaster().getDataBuffer()).getData();
        pixels.clear();
        pixels.asIntBuffer().put(rgb);
        recorder.record(frame, avutil.AV_PIX_FMT_BGR0);
      }
    }
  }
}
