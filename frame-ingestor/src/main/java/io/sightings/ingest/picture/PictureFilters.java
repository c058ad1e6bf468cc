package io.sightings.ingest.picture;

import io.sightings.ingest.address.MediaException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of FFmpeg's filters make a picture ready for JPEG. */
public final class PictureFilters {

  private PictureFilters() {}

  /**
   * What gives square pixels, a width within the bound, JPEG's colours, and the right side up.
   *
   * @param maxWidth wider pictures are made smaller; 0 leaves them as they are
   * @return null where there is nothing to do
   */
  public static @Nullable PictureFilter of(
      PictureShape shape, DisplayOrientation orientation, int maxWidth) throws MediaException {
    int squareWidth = shape.squareWidth();
    int shownWidth = orientation.swapsSides() ? shape.height() : squareWidth;
    double scale = maxWidth == 0 ? 1 : Math.min(1, (double) maxWidth / shownWidth);
    List<String> filters = new ArrayList<>();
    if (scale < 1 || squareWidth != shape.width()) {
      filters.addAll(
          JpegColours.resized(shape, even(squareWidth * scale), even(shape.height() * scale)));
    } else {
      filters.addAll(JpegColours.of(shape));
    }
    // Last, as turning costs by the pixel.
    if (!orientation.filter().isEmpty()) {
      filters.add(orientation.filter());
    }
    return filters.isEmpty() ? null : new PictureFilter(shape, String.join(",", filters));
  }

  private static int even(double side) {
    return Math.max(2, (int) Math.round(side / 2) * 2);
  }
}
