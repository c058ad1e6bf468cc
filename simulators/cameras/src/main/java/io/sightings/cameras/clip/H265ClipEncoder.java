package io.sightings.cameras.clip;

import io.sightings.cameras.gst.GstreamerInstallation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Encodes a clip with GStreamer's x265, for want of an H.265 encoder in the FFmpeg this product
 * uses: no B-frames, parameter sets before every key frame.
 */
final class H265ClipEncoder {
  private static final double BITS_PER_PIXEL = 0.15;

  private H265ClipEncoder() {}

  /** Why it cannot be done here; empty if it can. */
  static Optional<String> missing() {
    return GstreamerInstallation.missing("rawvideoparse", "videoconvert", "x265enc", "h265parse");
  }

  static void write(ClipSpec spec, Path file) throws IOException {
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      throw new IOException("No H.265 clip can be encoded: " + missing.get() + ".");
    }
    Path log = Files.createTempFile("x265-", ".log");
    Process process =
        new ProcessBuilder(
                (GstreamerInstallation.LAUNCH + " -q " + pipeline(spec, file)).split(" "))
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .redirectError(Redirect.appendTo(log.toFile()))
            .start();
    try {
      feed(spec, process);
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException("x265 ended with " + code + ": " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while encoding " + file + ".", e);
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }

  private static void feed(ClipSpec spec, Process process) throws IOException {
    ByteBuffer pixels = ByteBuffer.allocate(4 * spec.width() * spec.height());
    pixels.order(ByteOrder.LITTLE_ENDIAN);
    try (NumberedPictures pictures = new NumberedPictures(spec);
        OutputStream out = process.getOutputStream()) {
      for (BufferedImage picture; (picture = pictures.next()) != null; ) {
        pixels.clear();
        pixels.asIntBuffer().put(((DataBufferInt) picture.getRaster().getDataBuffer()).getData());
        out.write(pixels.array());
      }
    }
  }

  private static String pipeline(ClipSpec spec, Path file) {
    String options =
        "keyint=%1$d:min-keyint=%1$d:scenecut=0:bframes=0:open-gop=0:repeat-headers=1:info=0:pools=none:frame-threads=1:log-level=error"
            .formatted(spec.gop());
    int kilobits = (int) (BITS_PER_PIXEL * spec.width() * spec.height() * spec.fps() / 1000) + 1;
    return String.join(
        " ! ",
        "fdsrc fd=0",
        "rawvideoparse format=bgrx width=%d height=%d framerate=%d/1"
            .formatted(spec.width(), spec.height(), spec.fps()),
        "videoconvert",
        "video/x-raw,format=I420",
        "x265enc speed-preset=superfast tune=zerolatency bitrate=%d key-int-max=%d option-string=%s"
            .formatted(kilobits, spec.gop(), options),
        "h265parse",
        "video/x-h265,stream-format=byte-stream,alignment=au",
        "filesink location=" + file);
  }
}
