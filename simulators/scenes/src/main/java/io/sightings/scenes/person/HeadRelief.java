package io.sightings.scenes.person;

/**
 * How far the surface of one head stands out towards the camera, and how it slopes, on a grid over
 * the head's region. It makes noses cast shade and heads turn.
 */
final class HeadRelief {
  /** Grid points per unit: about one per pixel for a face 160 pixels high. */
  private static final int RESOLUTION = 80;

  /** Steeper slopes would make outlines of features black. */
  private static final double STEEPEST = 1.5;

  private static final int WIDTH = (int) (HeadPainting.WIDTH * RESOLUTION);
  private static final int HEIGHT = (int) (HeadPainting.HEIGHT * RESOLUTION);

  private final float[] heights = new float[WIDTH * HEIGHT];
  private final float[] slopesAcross = new float[WIDTH * HEIGHT];
  private final float[] slopesDown = new float[WIDTH * HEIGHT];

  HeadRelief(FaceAnatomy face) {
    HeadSurface surface = new HeadSurface(face);
    for (int i = 0; i < heights.length; i++) {
      double x = HeadPainting.LEFT + (i % WIDTH + 0.5) / RESOLUTION;
      double y = HeadPainting.TOP + (i / WIDTH + 0.5) / RESOLUTION;
      heights[i] = (float) surface.height(x, y);
    }
    for (int i = WIDTH + 1; i < heights.length - WIDTH - 1; i++) {
      slopesAcross[i] = slope(heights[i + 1] - heights[i - 1]);
      slopesDown[i] = slope(heights[i + WIDTH] - heights[i - WIDTH]);
    }
  }

  private static float slope(double rise) {
    return (float) Math.max(-STEEPEST, Math.min(STEEPEST, rise * RESOLUTION / 2));
  }

  /** The index of the grid point nearest to a point in units. */
  int at(double x, double y) {
    int column = (int) ((x - HeadPainting.LEFT) * RESOLUTION);
    int row = (int) ((y - HeadPainting.TOP) * RESOLUTION);
    return Math.max(0, Math.min(HEIGHT - 1, row)) * WIDTH
        + Math.max(0, Math.min(WIDTH - 1, column));
  }

  float height(int at) {
    return heights[at];
  }

  float slopeAcross(int at) {
    return slopesAcross[at];
  }

  float slopeDown(int at) {
    return slopesDown[at];
  }
}
