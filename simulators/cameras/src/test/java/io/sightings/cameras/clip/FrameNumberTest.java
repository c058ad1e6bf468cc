package io.sightings.cameras.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FrameNumberTest {
  @Test
  void aNumberIsReadFromAJpegOfAnySize() throws IOException {
    for (int number = 0; number < FrameNumber.LIMIT; number += 997) {
      BufferedImage picture = noise(640, 360, number);
      FrameNumber.draw(picture, number);
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(scaled(picture, 200, 112), "jpeg", jpeg);
      assertThat(FrameNumber.read(jpeg.toByteArray())).hasValue(number);
    }
  }

  @Test
  void aPictureWithoutANumberShowsNone() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(FrameNumber.read(noise(320, 240, seed))).isEmpty();
    }
    assertThat(FrameNumber.read(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB))).isEmpty();
  }

  private static BufferedImage noise(int width, int height, long seed) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int i = 0; i < width * height; i++) {
      picture.setRGB(i % width, i / width, random.nextInt());
    }
    return picture;
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }
}
