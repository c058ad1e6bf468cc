package io.sightings.emulator.faces;

import io.sightings.contract.image.ImageFormat;
import io.sightings.emulator.wire.ApiErrorException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Which pictures the service takes: JPEG, PNG, GIF (its first frame) and BMP of 1 KB to 6 MB. */
public final class ImageValidator {
  private static final String GIF = "GIF8";
  private static final int MIN_BYTES = 1 << 10;

  public static final int MAX_BYTES = 6 << 20;

  private static final long MAX_GIF_PIXELS = 50_000_000;

  private ImageValidator() {}

  /**
   * The picture in a form the engine reads.
   *
   * @throws ApiErrorException if it breaks a rule
   */
  static byte[] checked(byte[] image) {
    if (image.length < MIN_BYTES) {
      throw new ApiErrorException(
          400,
          "InvalidImageSize",
          "Image size is too small. The valid image file size should be larger than or equal to 1"
              + " KB.");
    }
    if (image.length > MAX_BYTES) {
      throw new ApiErrorException(
          400,
          "InvalidImageSize",
          "Image size is too big. The valid image file size should be no larger than 6 MB.");
    }
    if (new String(image, 0, GIF.length(), StandardCharsets.ISO_8859_1).equals(GIF)) {
      return firstFrame(image);
    }
    if (ImageFormat.of(image).filter(format -> format != ImageFormat.WEBP).isPresent()) {
      return image;
    }
    throw undecodable();
  }

  static ApiErrorException undecodable() {
    return new ApiErrorException(400, "InvalidImage", "Decoding error, image format unsupported.");
  }

  /** As a PNG: the engine knows no GIF. */
  private static byte[] firstFrame(byte[] gif) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("gif");
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_GIF_PIXELS) {
          throw undecodable();
        }
        BufferedImage frame = reader.read(0);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(frame, "png", png);
        return png.toByteArray();
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException e) { // what the reader makes of damage
      throw undecodable();
    }
  }
}
