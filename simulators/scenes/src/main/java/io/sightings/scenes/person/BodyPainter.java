package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.HairStyle;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.LinearGradientPaint;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Everything below and behind the head: neck, clothes, and hair that falls to the shoulders. */
final class BodyPainter {
  private static final int NECK_SHADE = 0x2A0C06;
  private static final float[] ACROSS = {0, 0.5f, 1};
  private static final double FEET = 40;

  private final PersonTraits traits;
  private final double halfWidth;
  private final Shape neck;
  private final Shape shirt;
  private final Shape legs;
  private final Shape scarf = SmoothShapes.mirrored(1, 0.95, 0.4, 1.05, 1.5, 1.2, 2.15, 0.3, 2.75);

  BodyPainter(PersonTraits traits) {
    this.traits = traits;
    boolean woman = traits.woman();
    double width = traits.shape().width();
    halfWidth = (woman ? 1.62 : 1.95) * (0.72 + 0.3 * width);
    double neckWidth = (woman ? 0.42 : 0.54) * width;
    neck =
        SmoothShapes.mirrored(
            1,
            neckWidth,
            0.6,
            neckWidth,
            1.2,
            neckWidth * 1.08,
            1.62,
            halfWidth * 0.55,
            1.95,
            0.2,
            2.4);
    shirt = shirt(neckWidth, woman ? 2.02 : 1.86);
    legs = new Rectangle2D.Double(-halfWidth * 0.85, 7, halfWidth * 1.7, FEET);
  }

  private Shape shirt(double neckWidth, double collar) {
    double w = halfWidth;
    Area shirt =
        new Area(
            SmoothShapes.mirrored(
                1,
                neckWidth * 1.12,
                1.56,
                neckWidth * 1.7,
                1.75,
                w * 0.86,
                1.93,
                w,
                2.35,
                w * 1.1,
                3.4,
                w * 1.08,
                8,
                w * 0.8,
                8.2,
                0.2,
                8.2));
    shirt.subtract(
        new Area(new Ellipse2D.Double(-neckWidth * 1.02, 1.1, neckWidth * 2.04, collar - 1.1)));
    return shirt;
  }

  void paint(FaceCanvas canvas, SceneLight light) {
    double level = light.level();
    paintHairBehind(canvas, level);
    canvas.fill(
        new GradientPaint(0, 1, lit(shadedNeck(0.6), level), 0, 2, lit(shadedNeck(0.14), level)),
        neck);
    int clothes = traits.palette().clothes();
    canvas.fill(ColourMath.lit(ColourMath.mix(clothes, 0x101018, 0.7), level), 1, legs);
    double tilt = 0.2 * light.side();
    Color[] across = {
      lit(clothes, level * (0.75 - tilt)), lit(clothes, level), lit(clothes, level * (0.75 + tilt))
    };
    float w = (float) halfWidth;
    canvas.fill(new LinearGradientPaint(-w, 0, w, 0, ACROSS, across), shirt);
    canvas.linePair(
        0, 0.2, 0.06, halfWidth * 0.72, 2.8, halfWidth * 0.85, 4.5, halfWidth * 0.78, 8);
    if (traits.hair() == HairStyle.SCARF) {
      canvas.fill(ColourMath.lit(ColourMath.mix(clothes, 0, 0.12), level), 1, scarf);
    }
  }

  private void paintHairBehind(FaceCanvas canvas, double level) {
    int dark = ColourMath.lit(ColourMath.mix(traits.palette().hair(), 0, 0.35), level);
    double width = traits.shape().width();
    switch (traits.hair()) {
      case LONG ->
          canvas.fill(
              dark,
              1,
              SmoothShapes.mirrored(
                  width, 0.35, -1.3, 0.86, -0.8, 1.1, 0.2, 1.08, 1.9, 0.75, 2.2, 0.25, 2.25));
      case BOB, FRINGE ->
          canvas.fill(
              dark,
              1,
              SmoothShapes.mirrored(
                  width, 0.35, -1.3, 0.86, -0.8, 1.04, 0.1, 1.0, 1.1, 0.8, 1.25, 0.3, 1.3));
      default -> {}
    }
  }

  private int shadedNeck(double share) {
    return traits.skin(NECK_SHADE, share);
  }

  private static Color lit(int colour, double level) {
    return new Color(ColourMath.lit(colour, level));
  }
}
