package io.sightings.scenes.person;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** An image drawn on in units of the face, with the eyes' midpoint as the origin. */
final class FaceCanvas implements AutoCloseable {
  private static final float[] FADE = {0, 0.5f, 1};

  private final Graphics2D graphics;

  /**
   * @param unit pixels per unit
   * @param originX the pixel of the eyes' midpoint
   */
  FaceCanvas(BufferedImage image, double unit, double originX, double originY) {
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(originX, originY);
    graphics.scale(unit, unit);
  }

  void fill(Paint paint, Shape shape) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  void fill(int colour, double opacity, Shape shape) {
    fill(ColourMath.translucent(colour, opacity), shape);
  }

  void line(int colour, double opacity, double width, Shape shape) {
    graphics.setPaint(ColourMath.translucent(colour, opacity));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /** A curve on the right and its mirror image on the left. */
  void linePair(
      int colour,
      double opacity,
      double width,
      double x0,
      double y0,
      double cx,
      double cy,
      double x1,
      double y1) {
    for (int side = -1; side <= 1; side += 2) {
      line(colour, opacity, width, SmoothShapes.curve(side * x0, y0, side * cx, cy, side * x1, y1));
    }
  }

  /** A round patch of colour that fades outwards. */
  void glow(double x, double y, double radius, int colour, double strength) {
    Color[] fading = {
      ColourMath.translucent(colour, strength),
      ColourMath.translucent(colour, strength * 0.45),
      ColourMath.translucent(colour, 0)
    };
    fill(
        new RadialGradientPaint((float) x, (float) y, (float) radius, FADE, fading),
        SmoothShapes.dot(x, y, radius));
  }

  /** Paints only inside the outline. */
  void within(Shape outline, Runnable painting) {
    Shape before = graphics.getClip();
    graphics.clip(outline);
    painting.run();
    graphics.setClip(before);
  }

  /** Paints under a further transform. */
  void under(AffineTransform transform, Runnable painting) {
    AffineTransform before = graphics.getTransform();
    graphics.transform(transform);
    painting.run();
    graphics.setTransform(before);
  }

  /** Lays another image of the same size and scale over this one. */
  void overlay(BufferedImage layer) {
    AffineTransform before = graphics.getTransform();
    graphics.setTransform(new AffineTransform());
    graphics.drawImage(layer, 0, 0, null);
    graphics.setTransform(before);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
