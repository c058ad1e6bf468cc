package io.sightings.contract.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small pictures as honest programs and telephones write them. */
final class SampleImages {

  private SampleImages() {}

  /**
   * @param format as ImageIO names it: jpg, png, bmp, gif; or progressive, interlaced, lossy,
   *     lossless
   */
  static byte[] of(String format, int width, int height) {
    return switch (format) {
      case "progressive" -> written("jpg", width, height);
      case "interlaced" -> written("png", width, height);
      case "lossy" -> webp("VP8 ", lossy(width, height));
      case "lossless" -> webp("VP8L", lossless(width, height));
      default -> plain(format, width, height);
    };
  }

  private static byte[] plain(String format, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(drawing(width, height), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] written(String format, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(drawing(width, height), null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static BufferedImage drawing(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(0, 0, width / 2, height);
    graphics.dispose();
    return image;
  }

  /** A WebP of these chunks, each a name and its data. */
  static byte[] webp(Object... chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < chunks.length; i += 2) {
      byte[] data = (byte[]) chunks[i + 1];
      body.writeBytes(((String) chunks[i]).getBytes(ISO_8859_1));
      body.writeBytes(little(4).putInt(data.length).array());
      body.writeBytes(Arrays.copyOf(data, data.length + data.length % 2));
    }
    return joined(
        "RIFF".getBytes(ISO_8859_1),
        little(4).putInt(4 + body.size()).array(),
        "WEBP".getBytes(ISO_8859_1),
        body.toByteArray());
  }

  /** The header of a lossy picture (RFC 6386, 9.1) and some bytes. */
  static byte[] lossy(int width, int height) {
    return little(40)
        .put(new byte[] {0x10, 0, 0, (byte) 0x9D, 1, 0x2A})
        .putShort((short) width)
        .putShort((short) height)
        .array();
  }

  /** The header of a lossless picture (RFC 9649, 3.4) and some bytes. */
  static byte[] lossless(int width, int height) {
    return little(40).put((byte) 0x2F).putInt((width - 1) | (height - 1) << 14).array();
  }

  /** The canvas of an extended WebP. */
  static byte[] canvas(int width, int height) {
    return little(10)
        .putInt(0x08)
        .putShort((short) (width - 1))
        .put((byte) 0)
        .putShort((short) (height - 1))
        .array();
  }

  /** A JPEG with segments put before all others, each a marker and its data. */
  static byte[] withSegments(byte[] jpeg, Object... segments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    for (int i = 0; i < segments.length; i += 2) {
      byte[] data = (byte[]) segments[i + 1];
      out.write(0xFF);
      out.write((int) segments[i]);
      out.write(data.length + 2 >> 8);
      out.write(data.length + 2);
      out.writeBytes(data);
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /**
   * EXIF data as JPEGs carry them (EXIF 2.32): one directory with the orientation, a second with
   * the times.
   *
   * @param bytes in all, the rest is zeros
   */
  static byte[] exif(int orientation, String taken, String offset, int bytes) {
    ByteBuffer tiff = ByteBuffer.allocate(bytes);
    tiff.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8769, 4, 1, 38);
    tiff.putInt(0).putShort((short) 2);
    entry(tiff, 0x9003, 2, 20, 80);
    entry(tiff, 0x9011, 2, 7, 104);
    tiff.putInt(0);
    tiff.position(6 + 80).put(taken.getBytes(ISO_8859_1));
    tiff.position(6 + 104).put(offset.getBytes(ISO_8859_1));
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
