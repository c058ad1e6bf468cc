package io.sightings.engine.image;

import java.util.Optional;

/**
 * What an encoded picture says about itself, read without decoding it: enough to refuse it before
 * memory is spent.
 *
 * @param format how it is encoded
 * @param width in pixels, before any EXIF rotation
 * @param height likewise
 * @param complete whether its end is there
 */
record ImageHeader(Format format, long width, long height, boolean complete) {

  enum Format {
    JPEG,
    PNG,
    BMP,
    WEBP
  }

  /**
   * Empty where the bytes are none of these formats, or stop before the picture's size. Never
   * throws.
   */
  static Optional<ImageHeader> read(byte[] image) {
    Bytes bytes = new Bytes(image);
    if (JpegHeader.matches(bytes)) {
      return JpegHeader.read(bytes);
    }
    if (PngHeader.matches(bytes)) {
      return PngHeader.read(bytes);
    }
    if (WebpHeader.matches(bytes)) {
      return WebpHeader.read(bytes);
    }
    if (BmpHeader.matches(bytes)) {
      return BmpHeader.read(bytes);
    }
    return Optional.empty();
  }

  /**
   * A header of a picture that has pixels, and no more on a side than any format allows; else
   * empty.
   */
  static Optional<ImageHeader> of(Format format, long width, long height, boolean complete) {
    boolean possible =
        width > 0 && width <= Integer.MAX_VALUE && height > 0 && height <= Integer.MAX_VALUE;
    return possible
        ? Optional.of(new ImageHeader(format, width, height, complete))
        : Optional.empty();
  }

  long pixels() {
    return width * height;
  }
}
