package io.sightings.ingest.motion;

import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.picture.PictureReader;
import io.sightings.ingest.picture.PictureShape;
import io.sightings.ingest.settings.SampleSettings;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Tells how much of a scene has changed, independent of light and noise. What is masked and what is
 * outside the region has no part in it. The same pictures always give the same answers. Of one
 * thread.
 */
public final class MotionDetector {
  /** A block must have changed by so many of 256 levels at least; fewer are compression's doing. */
  private static final double MIN_NOISE = 6;

  /** And this is enough, however noisy the picture. */
  private static final double MAX_NOISE = 32;

  /** How many times the median error, which is 0.67 standard deviations of noise, is no noise. */
  private static final double NOISE = 6;

  private static final int LEVEL = MotionGrid.WHITE / 255;

  private final SampleSettings sample;
  private final LightChange light = new LightChange();
  private @Nullable PictureShape shape;
  private @Nullable DisplayOrientation orientation;
  private @Nullable MotionGrid grid;
  private int @Nullable [] kept;
  private int[] current = new int[0];
  private boolean[] changed = new boolean[0];

  /**
   * @param sample says the region and the masks
   */
  public MotionDetector(SampleSettings sample) {
    this.sample = sample;
  }

  /**
   * The share of the picture that has changed since the one last kept, from 0 to 1. It is NaN where
   * the two cannot be compared: there is none yet, the camera has changed its resolution, or its
   * pixels are of a format that is not read.
   */
  public double change(PictureReader pictures) {
    AVFrame picture = pictures.frame();
    lookAt(PictureShape.of(picture), pictures.orientation());
    if (grid == null) {
      return Double.NaN;
    }
    grid.read(picture, current);
    if (kept == null) {
      return Double.NaN;
    }
    return grid.counted() == 0 ? 0 : (double) changedBlocks(grid, kept) / grid.counted();
  }

  /** Keeps the picture last looked at, so that later ones are compared with it. */
  public void keep() {
    int[] before = kept == null ? new int[current.length] : kept;
    kept = current;
    current = before;
  }

  private void lookAt(PictureShape found, DisplayOrientation turned) {
    if (found.equals(shape) && turned == orientation) {
      return;
    }
    shape = found;
    orientation = turned;
    grid = MotionGrid.of(found, turned, sample);
    int blocks = grid == null ? 0 : grid.blocks();
    kept = null;
    current = new int[blocks];
    changed = new boolean[blocks];
  }

  private int changedBlocks(MotionGrid grid, int[] before) {
    light.fit(grid, before, current);
    double noise = NOISE * light.usualError();
    double least = Math.max(MIN_NOISE * LEVEL, Math.min(MAX_NOISE * LEVEL, noise));
    for (int i = 0; i < changed.length; i++) {
      changed[i] = grid.counts(i) && light.error(before[i], current[i]) > least;
    }
    int blocks = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        blocks +=
            changed[row * grid.columns() + column] && hasNeighbours(grid, row, column) ? 1 : 0;
      }
    }
    return blocks;
  }

  /** What moves is larger than a block or two; what changes alone is noise, rain or an insect. */
  private boolean hasNeighbours(MotionGrid grid, int row, int column) {
    int neighbours = 0;
    int bottom = Math.min(row + 1, grid.rows() - 1);
    int right = Math.min(column + 1, grid.columns() - 1);
    for (int y = Math.max(row - 1, 0); y <= bottom; y++) {
      for (int x = Math.max(column - 1, 0); x <= right; x++) {
        neighbours += changed[y * grid.columns() + x] ? 1 : 0;
      }
    }
    return neighbours > 2;
  }
}
