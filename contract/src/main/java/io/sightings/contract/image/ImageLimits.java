package io.sightings.contract.image;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;

/**
 * The bounds of pictures, checked before they are decoded.
 *
 * @param maxBytes largest encoded picture, from 1 KiB to 128 MiB
 * @param maxPixels largest decoded picture, width times height
 * @param maxScans scans of a JPEG. A baseline JPEG has 1 to 4 and a progressive one about 10. Each
 *     scan visits all blocks: up to 8 ms per 10 megapixels
 * @param maxMemory native memory in bytes that decoding may take
 */
public record ImageLimits(int maxBytes, long maxPixels, int maxScans, long maxMemory)
    implements Serializable {
  public static final int DEFAULT_MAX_SCANS = 64;
  public static final long DEFAULT_MAX_MEMORY = 384L << 20;

  public static final ImageLimits DEFAULT = of(8 << 20, 50_000_000);

  public ImageLimits {
    SettingChecks.range("maxBytes", maxBytes, 1 << 10, 128 << 20);
    SettingChecks.range("maxPixels", (double) maxPixels, 1, 1_000_000_000);
    SettingChecks.range("maxScans", maxScans, 1, 500);
    SettingChecks.range("maxMemory", (double) maxMemory, 1 << 20, 16L << 30);
  }

  /** Bounds with the default costs. */
  public static ImageLimits of(int maxBytes, long maxPixels) {
    return new ImageLimits(maxBytes, maxPixels, DEFAULT_MAX_SCANS, DEFAULT_MAX_MEMORY);
  }
}
