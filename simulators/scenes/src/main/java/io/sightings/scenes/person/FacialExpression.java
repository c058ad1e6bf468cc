package io.sightings.scenes.person;

/**
 * What the face does: each of smile, openness of the mouth and closedness of the eyes from 0 to 1.
 *
 * <p>Values are rounded to steps too small to see (a lip moves by less than half a pixel), which
 * lets a face be painted once for the many frames in which it hardly changes.
 */
public record FacialExpression(double smile, double open, double blink) {
  private static final int STEPS = 8;

  /** A slight smile, mouth closed, eyes open. */
  public static final FacialExpression NEUTRAL = new FacialExpression(0.3, 0, 0);

  public FacialExpression {
    smile = rounded(smile);
    open = rounded(open);
    blink = rounded(blink);
  }

  private static double rounded(double value) {
    return Math.rint(Math.max(0, Math.min(1, value)) * STEPS) / STEPS;
  }
}
