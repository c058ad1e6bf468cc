package io.sightings.ingest.media;

import io.sightings.ingest.settings.Area;

/** A rectangle of a picture by its edges, in fractions of the picture's sides from 0 to 1. */
record Part(double left, double top, double right, double bottom) {
  static final Part WHOLE = new Part(0, 0, 1, 1);

  /**
   * @param area null for the whole picture
   */
  static Part of(Area area) {
    return area == null
        ? WHOLE
        : new Part(
            area.x(),
            area.y(),
            Math.min(1, area.x() + area.width()),
            Math.min(1, area.y() + area.height()));
  }

  /** The other diagonal's mirror image: across becomes down. */
  Part transposed() {
    return new Part(top, left, bottom, right);
  }

  Part mirrored(boolean sideways, boolean upsideDown) {
    return new Part(
        sideways ? 1 - right : left,
        upsideDown ? 1 - bottom : top,
        sideways ? 1 - left : right,
        upsideDown ? 1 - top : bottom);
  }
}
