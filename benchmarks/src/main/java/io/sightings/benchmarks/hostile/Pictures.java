package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures of noise, good and bad ones. */
final class Pictures {
  private static final int PNG_HEADER_BYTES = 33;
  private static final short FRAME_MARKER = (short) 0xFFC0;

  private Pictures() {}

  /** No two are alike. */
  static byte[] good(Random random) {
    return drawn(random.nextBoolean() ? "jpg" : "png", random);
  }

  /**
   * @param format as ImageIO names it
   */
  static byte[] drawn(String format, Random random) {
    int width = 32 + random.nextInt(200);
    int height = 32 + random.nextInt(150);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 400; i++) {
      image.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return out.toByteArray();
  }

  /** A PNG that says it has 3.6 billion pixels, with a text that unpacks to a gigabyte. */
  static byte[] huge(Random random, byte[] packed) {
    byte[] png = drawn("png", random);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    return ByteBuffer.allocate(png.length + 12 + packed.length)
        .put(png, 0, PNG_HEADER_BYTES)
        .putInt(packed.length)
        .put("zTXt".getBytes(ISO_8859_1))
        .put(packed)
        .putInt(0)
        .put(png, PNG_HEADER_BYTES, png.length - PNG_HEADER_BYTES)
        .array();
  }

  /** A compressed text of so many mebibytes. */
  static byte[] packed(int mebibytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("key\0\0".getBytes(ISO_8859_1));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(9))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < mebibytes; i++) {
        deflated.write(zeros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return out.toByteArray();
  }

  /** A huge JPEG whose EXIF data name the same 64 kilobytes five thousand times. */
  static byte[] copiedExif(Random random) {
    ByteBuffer tiff = ByteBuffer.allocate(65_000);
    tiff.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 5000);
    for (int i = 0; i < 5000; i++) {
      tiff.putShort((short) (0x1000 + i)).putShort((short) 5).putInt(8000).putInt(8);
    }
    byte[] jpeg = drawn("jpg", random);
    ByteBuffer sides = ByteBuffer.wrap(jpeg);
    int frame = 2;
    while (sides.getShort(frame) != FRAME_MARKER) {
      frame += 2 + (sides.getShort(frame + 2) & 0xFFFF);
    }
    sides.putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);
    return ByteBuffer.allocate(jpeg.length + 4 + tiff.capacity())
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + tiff.capacity()))
        .put(tiff.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
