package io.sightings.ingest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small photos, and what is seen in pictures. */
public final class TestPhoto {

  private TestPhoto() {}

  /**
   * A photo that is black but for its middle.
   *
   * @param format as ImageIO names it: jpg, png, bmp, gif
   */
  public static byte[] of(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(width / 2, height / 2, 0xFFFFFF);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** A JPEG of exactly so many bytes: what follows its end mark is no part of the picture. */
  public static byte[] jpegOf(int bytes) throws IOException {
    return Arrays.copyOf(of("jpg", 64, 48), bytes);
  }

  /**
   * A JPEG with EXIF data.
   *
   * @param orientation 1 to 8
   * @param taken as EXIF writes it: 2026:11:21 09:30:00
   * @param offset from UTC, as +01:00
   */
  public static byte[] withExif(int width, int height, int orientation, String taken, String offset)
      throws IOException {
    byte[] exif = exif((short) orientation, taken, offset);
    byte[] jpeg = of("jpg", width, height);
    return ByteBuffer.allocate(jpeg.length + 4 + exif.length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + exif.length))
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** TIFF as EXIF 2.32 has it: one directory with the orientation, a second with the times. */
  private static byte[] exif(short orientation, String taken, String offset) {
    ByteBuffer tiff = ByteBuffer.allocate(200);
    tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8769, 4, 1, 38);
    tiff.putInt(0);
    tiff.putShort((short) 2);
    entry(tiff, 0x9003, 2, 20, 80);
    entry(tiff, 0x9011, 2, 7, 104);
    tiff.putInt(0);
    tiff.position(6 + 80).put(taken.getBytes(StandardCharsets.US_ASCII));
    tiff.position(6 + 104).put(offset.getBytes(StandardCharsets.US_ASCII));
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  public static BufferedImage decoded(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture));
  }

  /** The nearest of the colours of {@link TestVideo} at a place, each side from 0 to 1. */
  public static int colourAt(BufferedImage image, double x, double y) {
    int rgb = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
    int red = (rgb >> 16 & 0xFF) > 127 ? 0xFF0000 : 0;
    int green = (rgb >> 8 & 0xFF) > 127 ? 0xFF00 : 0;
    int blue = (rgb & 0xFF) > 127 ? 0xFF : 0;
    return red | green | blue;
  }
}
