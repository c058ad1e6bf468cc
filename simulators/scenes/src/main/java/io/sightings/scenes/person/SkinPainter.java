package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.FaceShape;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.Random;

/** Paints ears and skin: blotches, blush, freckles, shadows and the creases of age. */
final class SkinPainter {
  private static final int EAR_SHADE = 0x2A0C06;
  private static final int BLOTCHES = 350;
  private static final int MAX_FRECKLES = 130;

  private final FaceAnatomy face;
  private final PersonTraits traits;
  private final FaceCanvas canvas;
  private final int blood;

  SkinPainter(FaceAnatomy face, FaceCanvas canvas) {
    this.face = face;
    this.traits = face.traits();
    this.canvas = canvas;
    blood = traits.skin(0xB5392F, 0.5);
  }

  void paint() {
    paintEars();
    Shape outline = face.outline();
    canvas.fill(traits.palette().skin(), 1, outline);
    canvas.within(
        outline,
        () -> {
          paintComplexion(traits.detail("skin"));
          paintShadows();
          paintCreases();
        });
  }

  private void paintEars() {
    double x = face.cheek() * 1.01;
    for (int side = -1; side <= 1; side += 2) {
      canvas.fill(
          traits.skin(EAR_SHADE, 0.18), 1, new Ellipse2D.Double(side * x - 0.12, -0.1, 0.24, 0.52));
    }
    canvas.linePair(
        traits.skin(EAR_SHADE, 0.4),
        1,
        0.03,
        face.cheek() * 1.03,
        0,
        x + 0.1,
        0.12,
        face.cheek() * 1.02,
        0.3);
  }

  private void paintComplexion(Random random) {
    canvas.glow(0, face.noseY(), 0.2, blood, 0.25);
    canvas.glow(0, -0.55, 0.5, traits.skin(0xFFE9C0, 0.5), 0.3);
    int pale = traits.skin(0xFFF0D8, 0.4);
    for (int i = 0; i < BLOTCHES; i++) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2.6 * random.nextDouble() - 1.2;
      double radius = 0.05 + 0.07 * random.nextDouble();
      canvas.glow(x, y, radius, random.nextBoolean() ? blood : pale, 0.07);
    }
    int freckle = traits.skin(0x7A3A18, 0.6);
    for (int i = 0; i < MAX_FRECKLES * face.shape().freckles(); i++) {
      double x = 1.1 * random.nextDouble() - 0.55;
      double y = 0.08 + 0.45 * random.nextDouble();
      canvas.fill(freckle, 0.4, SmoothShapes.dot(x, y, 0.008 + 0.01 * random.nextDouble()));
    }
  }

  private void paintShadows() {
    if (!traits.woman()) {
      canvas.glow(0, face.chin() - 0.1, 0.55, traits.skin(0x54504E, 0.4), 0.2);
    }
    for (int side = -1; side <= 1; side += 2) {
      canvas.glow(
          side * 0.46 * face.shape().width(), 0.42, 0.34, blood, traits.woman() ? 0.38 : 0.26);
      canvas.glow(side * face.eyeX(), 0, 0.27, traits.skin(0x3A1A14, 0.6), 0.4);
      canvas.glow(
          side * face.eyeX() * 0.95,
          0.15,
          0.14,
          traits.skin(0x4A2030, 0.6),
          0.1 + 0.25 * traits.age());
      canvas.glow(side * 0.16, face.noseY() + 0.05, 0.12, traits.skin(0x401812, 0.6), 0.3);
    }
  }

  private void paintCreases() {
    FaceShape shape = face.shape();
    double eye = face.eyeX();
    int crease = traits.skin(0x3A150C, 0.6);
    double depth = 0.1 + 0.5 * traits.age() * traits.age();
    canvas.linePair(
        crease,
        depth,
        0.028,
        0.2 * shape.noseWidth(),
        face.noseY(),
        0.345,
        face.mouthY() - 0.2,
        0.37 * shape.mouthWidth(),
        face.mouthY());
    canvas.linePair(crease, depth, 0.018, eye - 0.14, 0.12, eye, 0.21, eye + 0.14, 0.14);
    for (int k = -1; k <= 1 && traits.age() > 0.5; k++) {
      canvas.linePair(
          crease, depth, 0.01, eye + 0.21, 0.03 * k, eye + 0.26, 0.04 * k, eye + 0.31, 0.09 * k);
    }
    for (int k = 0; k < 3 && traits.age() > 0.55; k++) {
      double y = -0.5 - 0.11 * k;
      canvas.line(crease, depth, 0.014, SmoothShapes.curve(-0.38, y, 0, y - 0.04, 0.38, y));
    }
  }
}
