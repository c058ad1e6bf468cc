package io.sightings.faceservice;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures without faces, and faces in larger pictures. */
final class Pictures {

  private Pictures() {}

  static BufferedImage noise(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return picture;
  }

  /** Speckled, so that its file is not too small to be taken. */
  static byte[] withoutFace() {
    return Drawn.encoded(noise(200, 200), "jpg");
  }

  /** Somebody's clothes, which no detector has to look at for long. */
  static byte[] clothes() {
    BufferedImage portrait = Drawn.ADA.portrait(1);
    int height = portrait.getHeight() / 4;
    return Drawn.encoded(
        portrait.getSubimage(0, portrait.getHeight() - height, portrait.getWidth(), height), "jpg");
  }

  /** A portrait at a corner of a grey picture, so many pixels wide. */
  static byte[] inCorner(BufferedImage portrait, int portraitWidth, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, width, height);
    int portraitHeight = portraitWidth * portrait.getHeight() / portrait.getWidth();
    graphics.drawImage(
        portrait.getScaledInstance(
            portraitWidth, portraitHeight, java.awt.Image.SCALE_AREA_AVERAGING),
        0,
        0,
        null);
    graphics.dispose();
    return Drawn.encoded(picture, "jpg");
  }
}
