package io.sightings.contract.image;

import io.sightings.contract.image.UnreadableImageException.Reason;

/**
 * Checks pictures before more is spent on them than a walk over their bytes. It reads to the end of
 * the picture, in time linear in its bytes, and takes no memory that the picture asks for. PNGs are
 * inflated once, into nothing, because their header does not bound what they hold.
 */
public final class ImageChecker {
  /** JPEG has no longer side, and no reader of frames takes one. */
  private static final int MAX_SIDE = 65_535;

  /** Bytes of a decoded pixel: blue, green, red. */
  private static final int PIXEL_BYTES = 3;

  private final ImageLimits bounds;

  public ImageChecker(ImageLimits bounds) {
    this.bounds = bounds;
  }

  /**
   * @throws UnreadableImageException if the bytes are no picture of a known format, a truncated or
   *     damaged one, or one beyond the bounds; damage to the pixels shows only when they are
   *     decoded
   */
  public ImageHeader check(byte[] image) throws UnreadableImageException {
    if (image.length == 0) {
      throw new UnreadableImageException(Reason.EMPTY, "The picture has no bytes.");
    }
    if (image.length > bounds.maxBytes()) {
      throw new UnreadableImageException(
          Reason.TOO_MANY_BYTES,
          "The picture has %d bytes, image.maxBytes allows %d: make it smaller."
              .formatted(image.length, bounds.maxBytes()));
    }
    ImageFormat format = ImageFormat.of(image).orElseThrow(() -> noPicture(image));
    ImageLayout layout;
    try {
      layout = layout(format, image);
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw UnreadableImageException.truncated(format);
    }
    ExifData exif = ExifData.read(layout.exif());
    long memory = requireCost(format, layout, image.length, exif.swapsSides() ? 2 : 1);
    return new ImageHeader(
        format, (int) layout.width(), (int) layout.height(), exif, memory, layout.pixels());
  }

  private ImageLayout layout(ImageFormat format, byte[] image) throws UnreadableImageException {
    return switch (format) {
      case JPEG -> new JpegSegments(image, this::requireSize).read();
      case PNG -> new PngChunks(image, this::requireSize).read();
      case WEBP -> new WebpChunks(image, this::requireSize).read();
      case BMP -> BmpFile.read(image, this::requireSize);
    };
  }

  private void requireSize(ImageFormat format, long width, long height)
      throws UnreadableImageException {
    if (width < 1 || height < 1) {
      throw UnreadableImageException.damaged(format, "a side of it has no length");
    }
    if (Math.max(width, height) > MAX_SIDE || width * height > bounds.maxPixels()) {
      throw new UnreadableImageException(
          Reason.TOO_MANY_PIXELS,
          "The %s has %d x %d pixels, image.maxPixels allows %d and no side more than %d: make it smaller."
              .formatted(format, width, height, bounds.maxPixels(), MAX_SIDE));
    }
  }

  /** Returns the memory in bytes that decoding may take. */
  private long requireCost(ImageFormat format, ImageLayout layout, int bytes, int copies)
      throws UnreadableImageException {
    if (layout.scans() > bounds.maxScans()) {
      throw new UnreadableImageException(
          Reason.TOO_COSTLY,
          "The %s has %d scans, image.maxScans allows %d: save it as a baseline JPEG."
              .formatted(format, layout.scans(), bounds.maxScans()));
    }
    long pixels = layout.width() * layout.height() * PIXEL_BYTES;
    long memory = bytes + copies * pixels + layout.memory();
    if (memory > bounds.maxMemory()) {
      throw new UnreadableImageException(
          Reason.TOO_COSTLY,
          "Decoding the %s may take %d bytes of memory, image.maxMemory allows %d: save it as a baseline JPEG."
              .formatted(format, memory, bounds.maxMemory()));
    }
    return memory;
  }

  private static UnreadableImageException noPicture(byte[] image) {
    return ImageFormat.other(image)
        .map(
            name ->
                new UnreadableImageException(
                    Reason.UNSUPPORTED,
                    name + " is not read: convert it to JPEG, PNG, WebP or BMP."))
        .orElseGet(
            () ->
                new UnreadableImageException(
                    Reason.NOT_AN_IMAGE, "Not a photo: JPEG, PNG, WebP and BMP are read."));
  }
}
