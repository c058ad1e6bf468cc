package io.sightings.engine.image;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.UnreadableImageException;
import io.sightings.engine.UnreadableImageException.Reason;

/** Judges encoded pictures by their size and first bytes, before anybody spends more on them. */
public final class PictureBounds {
  private final EngineSettings.Image bounds;

  public PictureBounds(EngineSettings.Image bounds) {
    this.bounds = bounds;
  }

  /**
   * @throws UnreadableImageException if it is no picture of a known format, is cut off, or is
   *     beyond the bounds; damage within it shows only when it is decoded
   */
  public void require(byte[] image) throws UnreadableImageException {
    header(image);
  }

  ImageHeader header(byte[] image) throws UnreadableImageException {
    if (image.length == 0) {
      throw new UnreadableImageException(Reason.EMPTY, "The image has no bytes.");
    }
    if (image.length > bounds.maxBytes()) {
      throw new UnreadableImageException(
          Reason.TOO_MANY_BYTES,
          "The image has "
              + image.length
              + " bytes; at most "
              + bounds.maxBytes()
              + " are allowed (image.maxBytes).");
    }
    ImageHeader header =
        ImageHeader.read(image)
            .orElseThrow(
                () ->
                    new UnreadableImageException(
                        Reason.NOT_AN_IMAGE, "The bytes are no JPEG, PNG, BMP or WebP picture."));
    if (header.pixels() > bounds.maxPixels()) {
      throw new UnreadableImageException(
          Reason.TOO_MANY_PIXELS,
          "The "
              + header.format()
              + " picture has "
              + header.width()
              + "x"
              + header.height()
              + " pixels; at most "
              + bounds.maxPixels()
              + " are allowed (image.maxPixels).");
    }
    if (!header.complete()) {
      throw new UnreadableImageException(
          Reason.TRUNCATED,
          "The "
              + header.format()
              + " picture stops before its end, after "
              + image.length
              + " bytes.");
    }
    return header;
  }
}
