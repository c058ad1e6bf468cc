package io.sightings.ingest.settings;

import io.sightings.contract.settings.Check;

/**
 * The bounds of pictures.
 *
 * @param maxBytes largest encoded picture
 * @param maxPixels largest decoded picture, width times height
 */
public record ImageSettings(int maxBytes, long maxPixels) {

  public ImageSettings {
    Check.range("maxBytes", maxBytes, 1 << 10, 128 << 20);
    Check.range("maxPixels", (double) maxPixels, 1, 1_000_000_000);
  }

  public static ImageSettings defaults() {
    return new ImageSettings(8 << 20, 50_000_000);
  }
}
