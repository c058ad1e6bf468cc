package io.sightings.scenes.person;

import java.awt.image.BufferedImage;

/**
 * The flat painting of one head at one resolution. What never moves (skin, nose, beard, hair) is
 * painted once; eyes, brows and mouth are added for each expression.
 */
final class HeadPainting {
  /** The region of the drawing that holds any head, in units around the eyes' midpoint. */
  static final double LEFT = -1.8;

  static final double TOP = -2.1;
  static final double WIDTH = 3.6;
  static final double HEIGHT = 4;

  private final FaceAnatomy face;
  private final double resolution;
  private final BufferedImage beneath;
  private final BufferedImage hair;

  /**
   * @param resolution texels per unit
   */
  HeadPainting(FaceAnatomy face, double resolution) {
    this.face = face;
    this.resolution = resolution;
    beneath = blank();
    try (FaceCanvas canvas = canvas(beneath)) {
      new HairPainter(face, canvas).paintBehind();
      new SkinPainter(face, canvas).paint();
      new NosePainter(face, canvas).paint();
      new BeardPainter(face, canvas).paint();
    }
    hair = blank();
    try (FaceCanvas canvas = canvas(hair)) {
      new HairPainter(face, canvas).paintInFront();
    }
  }

  HeadTexture texture(FacialExpression expression) {
    BufferedImage image = blank();
    try (FaceCanvas canvas = canvas(image)) {
      canvas.overlay(beneath);
      new EyePainter(face, canvas, expression).paint();
      new MouthPainter(face, canvas, expression).paint();
      canvas.overlay(hair);
      new BrowPainter(face, canvas, expression).paint();
      new GlassesPainter(face, canvas).paint();
    }
    return new HeadTexture(image, resolution);
  }

  private BufferedImage blank() {
    return new BufferedImage(
        (int) (WIDTH * resolution), (int) (HEIGHT * resolution), BufferedImage.TYPE_INT_ARGB_PRE);
  }

  private FaceCanvas canvas(BufferedImage image) {
    return new FaceCanvas(image, resolution, -LEFT * resolution, -TOP * resolution);
  }
}
