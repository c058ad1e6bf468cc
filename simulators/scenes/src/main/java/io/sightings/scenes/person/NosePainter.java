package io.sightings.scenes.person;

/** Paints nostrils and wings; the bridge is made by relief and light. */
final class NosePainter {
  private final FaceAnatomy face;
  private final FaceCanvas canvas;

  NosePainter(FaceAnatomy face, FaceCanvas canvas) {
    this.face = face;
    this.canvas = canvas;
  }

  void paint() {
    int dark = face.traits().skin(0x1C0805, 0.75);
    double width = face.shape().noseWidth();
    double y = face.noseY();
    for (int side = -1; side <= 1; side += 2) {
      double x = side * 0.085 * width;
      canvas.fill(
          dark,
          0.9,
          SmoothShapes.closed(
              x - 0.045,
              y + 0.07,
              x - side * 0.005,
              y + 0.045,
              x + 0.045,
              y + 0.065,
              x,
              y + 0.085));
    }
    canvas.linePair(
        dark, 0.45, 0.02, 0.17 * width, y - 0.06, 0.215 * width, y + 0.02, 0.14 * width, y + 0.07);
    canvas.line(
        dark, 0.45, 0.025, SmoothShapes.curve(-0.06, y + 0.085, 0, y + 0.11, 0.06, y + 0.085));
  }
}
