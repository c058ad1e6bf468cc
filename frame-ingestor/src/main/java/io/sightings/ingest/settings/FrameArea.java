package io.sightings.ingest.settings;

import io.sightings.contract.settings.SettingChecks;

/**
 * A rectangle of a picture, in fractions of its width and height, so that it holds for every size a
 * camera may send.
 *
 * @param x left edge, from 0 to 1
 * @param y upper edge, from 0 to 1
 * @param width from the left edge, to no more than 1
 * @param height from the upper edge, to no more than 1
 */
public record FrameArea(Double x, Double y, Double width, Double height) {
  /** All of the picture. */
  public static final FrameArea WHOLE = new FrameArea(0.0, 0.0, 1.0, 1.0);

  /** For fractions such as a third, which no decimal text says exactly. */
  private static final double ROUNDING = 1e-6;

  public FrameArea {
    within("x", x, 0, 1);
    within("y", y, 0, 1);
    within("width", width, 0.001, 1 - x + ROUNDING);
    within("height", height, 0.001, 1 - y + ROUNDING);
  }

  private static void within(String key, Double value, double from, double to) {
    SettingChecks.that(value != null, key, "missing", "a fraction of the picture from 0 to 1");
    SettingChecks.range(key, value, from, to);
  }

  public double right() {
    return Math.min(1, x + width);
  }

  public double bottom() {
    return Math.min(1, y + height);
  }

  /** The same area of a picture whose rows have become columns. */
  public FrameArea transposed() {
    return new FrameArea(y, x, height, width);
  }

  /** The same area of a mirrored picture. */
  public FrameArea mirrored(boolean sideways, boolean upsideDown) {
    return new FrameArea(sideways ? 1 - right() : x, upsideDown ? 1 - bottom() : y, width, height);
  }
}
