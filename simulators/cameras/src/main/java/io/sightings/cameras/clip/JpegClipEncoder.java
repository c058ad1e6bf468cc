package io.sightings.cameras.clip;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** A clip as JPEG files, one after another. */
final class JpegClipEncoder {
  private JpegClipEncoder() {}

  static void write(ClipSpec spec, Path file) throws IOException {
    try (NumberedPictures pictures = new NumberedPictures(spec);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (BufferedImage picture; (picture = pictures.next()) != null; ) {
        ImageIO.write(picture, "jpeg", out);
      }
    }
  }

  /** Each ends with the marker EOI (FF D9), which occurs nowhere else in what Java writes. */
  static List<AccessUnit> pictures(byte[] stream) {
    List<AccessUnit> pictures = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < stream.length; i++) {
      if (stream[i - 1] == (byte) 0xFF && stream[i] == (byte) 0xD9) {
        pictures.add(new AccessUnit(List.of(Arrays.copyOfRange(stream, from, i + 1)), true));
        from = i + 1;
      }
    }
    return pictures;
  }
}
