package io.sightings.ingest.settings;

import io.sightings.contract.settings.Check;

/**
 * How frames are encoded, and their bounds.
 *
 * @param quality of JPEGs as FFmpeg's mjpeg encoder counts: 2 is the best, 31 the smallest
 * @param maxWidth wider frames of a video are made smaller; 0 leaves them as they are
 * @param maxBytes largest encoded picture
 * @param maxPixels largest decoded picture, width times height
 */
public record ImageSettings(int quality, int maxWidth, int maxBytes, long maxPixels) {

  public ImageSettings {
    Check.range("quality", quality, 2, 31);
    Check.that(
        maxWidth == 0 || (maxWidth >= 64 && maxWidth <= 65_535),
        "maxWidth",
        maxWidth,
        "0 or from 64 to 65535");
    Check.range("maxBytes", maxBytes, 1 << 10, 128 << 20);
    Check.range("maxPixels", (double) maxPixels, 1, 1_000_000_000);
  }

  public static ImageSettings defaults() {
    return new ImageSettings(3, 0, 8 << 20, 50_000_000);
  }

  public ImageSettings withMaxWidth(int other) {
    return new ImageSettings(quality, other, maxBytes, maxPixels);
  }
}
