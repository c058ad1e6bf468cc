package io.sightings.scenes;

import io.sightings.scenes.person.FacialExpression;
import io.sightings.scenes.person.PersonPainter;
import io.sightings.scenes.person.PersonTraits;
import io.sightings.scenes.person.PersonView;
import io.sightings.scenes.person.SceneLight;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Takes portraits of drawn people: head and shoulders before a plain wall, to enrol them with. */
public final class PortraitPainter {
  private static final float JPEG_QUALITY = 0.92f;
  private static final double FACES_WIDE = 2.5;
  private static final double FACES_HIGH = 2.2;
  private static final double EYES_DOWN = 1.05;

  private final PersonPainter painter = new PersonPainter();

  /**
   * Writes {@code people/<name>/1.jpg} and so on, faces 160 to 200 pixels high. The first portrait
   * looks straight ahead; pose, expression, light and sharpness of the others vary.
   */
  public void write(Path people, String name, PersonTraits person, int count) throws IOException {
    Path folder = Files.createDirectories(people.resolve(name));
    for (int i = 1; i <= count; i++) {
      writeJpeg(portrait(person, i), folder.resolve(i + ".jpg"));
    }
  }

  /** A person's portrait of the given number, counted from 1; equal numbers give equal pixels. */
  public BufferedImage portrait(PersonTraits person, int number) {
    Random random = new Random(person.seed() * 7919 + number);
    double faceHeight = 160 + 40 * random.nextDouble();
    PersonView view = number == 1 ? PersonView.frontal(faceHeight) : varied(faceHeight, random);
    BufferedImage picture =
        new BufferedImage(
            (int) (FACES_WIDE * faceHeight),
            (int) (FACES_HIGH * faceHeight),
            BufferedImage.TYPE_INT_RGB);
    paintWall(picture, view.light());
    painter.paint(picture, person, view, picture.getWidth() / 2.0, EYES_DOWN * faceHeight);
    new CameraNoise(0.6 + 0.5 * random.nextDouble(), 2 + 2 * random.nextDouble())
        .degrade(picture, random.nextLong());
    return picture;
  }

  private static PersonView varied(double faceHeight, Random random) {
    FacialExpression expression =
        new FacialExpression(
            0.8 * random.nextDouble(), 0.4 * random.nextDouble() - 0.2, 0.3 * random.nextDouble());
    return new PersonView(
        faceHeight,
        between(-15, 15, random),
        between(-6, 6, random),
        between(-5, 5, random),
        expression,
        new SceneLight(between(0.8, 1.15, random), between(-0.7, 0.5, random)));
  }

  private static double between(double low, double high, Random random) {
    return low + (high - low) * random.nextDouble();
  }

  private static void paintWall(BufferedImage picture, SceneLight light) {
    Graphics2D graphics = picture.createGraphics();
    int width = picture.getWidth();
    int height = picture.getHeight();
    graphics.setPaint(
        new GradientPaint(
            0, 0, grey(200 * light.level()), width, height, grey(150 * light.level())));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
  }

  private static Color grey(double level) {
    int value = (int) Math.min(255, level);
    return new Color(value, value, value);
  }

  private static void writeJpeg(BufferedImage picture, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(JPEG_QUALITY);
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), quality);
    } finally {
      writer.dispose();
    }
  }
}
