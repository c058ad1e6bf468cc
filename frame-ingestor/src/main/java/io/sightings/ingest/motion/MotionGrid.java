package io.sightings.ingest.motion;

import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.picture.PictureShape;
import io.sightings.ingest.picture.PixelBox;
import io.sightings.ingest.settings.FrameArea;
import io.sightings.ingest.settings.SampleSettings;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Brightness of pictures of one shape in blocks, each the sum of 16 pixels. There are about as many
 * blocks for any size of the picture, of some 22 x 22 pixels at 1920 x 1080: small enough to show a
 * distant person, large enough for noise to even out, and read in the same time for every size.
 */
final class MotionGrid {
  /** What a block holds at most. */
  static final int WHITE = 16 * 255;

  private static final int BLOCKS = 4096;

  /** Pixels of a block, evenly spread, across and down. */
  private static final int PIXELS = 4;

  private final LumaPlane luma;
  private final int columns;
  private final int rows;
  private final int[] across;
  private final int[] down;
  private final boolean[] counts;
  private int counted;

  private MotionGrid(LumaPlane luma, PixelBox region) {
    this.luma = luma;
    double side = Math.max(PIXELS, Math.sqrt((double) region.width() * region.height() / BLOCKS));
    columns = (int) Math.ceil(region.width() / side);
    rows = (int) Math.ceil(region.height() / side);
    across = places(region.left(), region.width(), columns);
    for (int i = 0; i < across.length; i++) {
      across[i] = luma.column(across[i]);
    }
    down = places(region.top(), region.height(), rows);
    counts = new boolean[columns * rows];
    Arrays.fill(counts, true);
    counted = counts.length;
  }

  /**
   * Of the region. Blocks that masks touch do not count.
   *
   * @return null where pictures of this shape cannot be read
   */
  static @Nullable MotionGrid of(
      PictureShape shape, DisplayOrientation orientation, SampleSettings sample) {
    LumaPlane luma = LumaPlane.of(shape);
    if (luma == null) {
      return null;
    }
    int width = shape.width();
    int height = shape.height();
    FrameArea shown = sample.region() == null ? FrameArea.WHOLE : sample.region();
    PixelBox region = PixelBox.nearest(orientation.asDecoded(shown), width, height, 1);
    MotionGrid grid = new MotionGrid(luma, region);
    sample.masks().stream()
        .map(orientation::asDecoded)
        .map(mask -> region.covering(mask, width, height, 1))
        .forEach(mask -> grid.leaveOut(mask, region));
    return grid;
  }

  /** The middles of so many equal stretches per block. */
  private static int[] places(int from, int length, int blocks) {
    int[] places = new int[blocks * PIXELS];
    for (int i = 0; i < places.length; i++) {
      places[i] = from + (int) ((2L * i + 1) * length / (2L * places.length));
    }
    return places;
  }

  private void leaveOut(PixelBox mask, PixelBox region) {
    if (mask == null) {
      return;
    }
    int right = (mask.right() - 1) * columns / region.width();
    int bottom = (mask.bottom() - 1) * rows / region.height();
    for (int row = mask.top() * rows / region.height(); row <= bottom; row++) {
      for (int column = mask.left() * columns / region.width(); column <= right; column++) {
        counted -= counts[row * columns + column] ? 1 : 0;
        counts[row * columns + column] = false;
      }
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  int blocks() {
    return columns * rows;
  }

  boolean counts(int block) {
    return counts[block];
  }

  /** How many blocks count. */
  int counted() {
    return counted;
  }

  /**
   * Reads a picture.
   *
   * @param sums gets the brightness of each block, row by row, from 0 to {@link #WHITE}
   */
  void read(AVFrame picture, int[] sums) {
    ByteBuffer pixels = luma.pixels(picture);
    Arrays.fill(sums, 0);
    for (int i = 0; i < down.length; i++) {
      int row = luma.row(picture, down[i]);
      int block = i / PIXELS * columns;
      for (int j = 0; j < across.length; j += PIXELS) {
        sums[block++] +=
            luma.at(pixels, row + across[j])
                + luma.at(pixels, row + across[j + 1])
                + luma.at(pixels, row + across[j + 2])
                + luma.at(pixels, row + across[j + 3]);
      }
    }
  }
}
