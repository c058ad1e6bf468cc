package io.sightings.ingest.picture;

import io.sightings.ingest.settings.FrameArea;
import org.jspecify.annotations.Nullable;

/**
 * A rectangle of whole pixels.
 *
 * @param left first column
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 */
public record PixelBox(int left, int top, int right, int bottom) {

  /**
   * The part of a picture, each edge moved to the nearest multiple of the step; never empty.
   *
   * @param step edges are multiples of it, but for the picture's own
   */
  public static PixelBox nearest(FrameArea part, int width, int height, int step) {
    int left = first(part.x(), width, step);
    int top = first(part.y(), height, step);
    return new PixelBox(
        left, top, last(left, part.right(), width, step), last(top, part.bottom(), height, step));
  }

  private static int first(double fraction, int side, int step) {
    int most = Math.max(0, side / step - 1);
    return step * (int) Math.min(most, Math.round(fraction * side / step));
  }

  private static int last(int first, double fraction, int side, int step) {
    int edge = step * (int) Math.min(side / step, Math.round(fraction * side / step));
    return Math.min(side, Math.max(first + step, edge));
  }

  /**
   * What of the part lies in the box, from the box's own corner, each edge moved outward to a
   * multiple of the step.
   *
   * @return null if nothing of it does
   */
  public @Nullable PixelBox covering(FrameArea part, int width, int height, int step) {
    int coveredLeft = Math.max(0, below(part.x() * width - left, step));
    int coveredTop = Math.max(0, below(part.y() * height - top, step));
    int coveredRight = Math.min(width(), -below(left - part.right() * width, step));
    int coveredBottom = Math.min(height(), -below(top - part.bottom() * height, step));
    return coveredLeft < coveredRight && coveredTop < coveredBottom
        ? new PixelBox(coveredLeft, coveredTop, coveredRight, coveredBottom)
        : null;
  }

  private static int below(double pixel, int step) {
    return step * (int) Math.floor(pixel / step);
  }

  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }
}
