package io.sightings.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CameraNoiseTest {
  @Test
  void grainHasTheStrengthAskedFor() {
    BufferedImage picture = flat(0x808080);
    new CameraNoise(0, 3).degrade(picture, 1);
    double[] deviations =
        Arrays.stream(ImagePixels.pixels(picture)).mapToDouble(p -> (p & 255) - 128).toArray();
    double variance = Arrays.stream(deviations).map(d -> d * d).average().orElseThrow();
    assertThat(Math.sqrt(variance)).isBetween(2.7, 3.3);
  }

  @Test
  void grainNeitherWrapsBlackNorWhite() {
    BufferedImage black = flat(0x000000);
    new CameraNoise(0, 5).degrade(black, 1);
    assertThat(Arrays.stream(ImagePixels.pixels(black)).map(p -> p & 255).max().orElseThrow())
        .isLessThan(40);
    BufferedImage white = flat(0xFFFFFF);
    new CameraNoise(0, 5).degrade(white, 1);
    assertThat(Arrays.stream(ImagePixels.pixels(white)).map(p -> p & 255).min().orElseThrow())
        .isGreaterThan(215);
  }

  @Test
  void blurLeavesAFlatPictureAsItIs() {
    BufferedImage picture = flat(0xFF8001);
    new CameraNoise(1.1, 0).degrade(picture, 1);
    assertThat(ImagePixels.pixels(picture)).containsOnly(0xFFFF8001);
  }

  @Test
  void blurSpreadsADotByItsDeviationAndKeepsItsLight() {
    BufferedImage picture = flat(0);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(20, 0, 1, picture.getHeight());
    new CameraNoise(1, 0).degrade(picture, 1);
    double light = 0;
    double spread = 0;
    for (int x = 0; x < 40; x++) {
      double brightness = ImagePixels.brightness(picture, x, 20);
      light += brightness;
      spread += brightness * (x - 20) * (x - 20);
    }
    assertThat(light).isBetween(250.0, 260.0);
    assertThat(Math.sqrt(spread / light)).isBetween(0.95, 1.05);
  }

  private static BufferedImage flat(int colour) {
    BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        picture.setRGB(x, y, colour);
      }
    }
    return picture;
  }
}
