package io.sightings.ingest.picture;

import io.sightings.ingest.settings.FrameArea;
import org.jspecify.annotations.Nullable;

/** A rectangle of a picture by its edges, in fractions of the picture's sides from 0 to 1. */
public record PictureArea(double left, double top, double right, double bottom) {
  static final PictureArea WHOLE = new PictureArea(0, 0, 1, 1);

  /**
   * @param area null for the whole picture
   */
  public static PictureArea of(@Nullable FrameArea area) {
    return area == null
        ? WHOLE
        : new PictureArea(
            area.x(),
            area.y(),
            Math.min(1, area.x() + area.width()),
            Math.min(1, area.y() + area.height()));
  }

  /** The other diagonal's mirror image: across becomes down. */
  PictureArea transposed() {
    return new PictureArea(top, left, bottom, right);
  }

  PictureArea mirrored(boolean sideways, boolean upsideDown) {
    return new PictureArea(
        sideways ? 1 - right : left,
        upsideDown ? 1 - bottom : top,
        sideways ? 1 - left : right,
        upsideDown ? 1 - top : bottom);
  }
}
