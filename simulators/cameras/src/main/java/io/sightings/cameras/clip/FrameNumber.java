package io.sightings.cameras.clip;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/**
 * A number as black and white blocks along the upper edge of a picture, which outlives H.264, JPEG
 * and scaling: white, black, sixteen bits (high ones first, white is 1), six bits of check, black,
 * white.
 */
public final class FrameNumber {
  /** Numbers are less than this. */
  public static final int LIMIT = 1 << 16;

  private static final int BITS = 22;
  private static final int CELLS = BITS + 4;
  private static final double HEIGHT = 1 / 18.0;
  private static final int MIN_CONTRAST = 60;

  private FrameNumber() {}

  /** Draws the number over what is there. */
  public static void draw(BufferedImage picture, int number) {
    if (number < 0 || number >= LIMIT) {
      throw new IllegalArgumentException(
          "A frame's number is from 0 to %d, not %d.".formatted(LIMIT - 1, number));
    }
    int code = number << 6 | check(number);
    Graphics2D graphics = picture.createGraphics();
    for (int cell = 0; cell < CELLS; cell++) {
      int left = edge(cell, picture.getWidth());
      graphics.setColor(white(cell, code) ? Color.WHITE : Color.BLACK);
      graphics.fillRect(
          left,
          0,
          edge(cell + 1, picture.getWidth()) - left,
          (int) Math.ceil(HEIGHT * picture.getHeight()));
    }
    graphics.dispose();
  }

  /** The number of a picture of any size; empty if it shows none. */
  public static OptionalInt read(BufferedImage picture) {
    return read(
        picture.getWidth(),
        picture.getHeight(),
        (x, y) -> {
          int rgb = picture.getRGB(x, y);
          // Luma of ITU-R BT.601.
          return ((rgb >> 16 & 0xFF) * 299 + (rgb >> 8 & 0xFF) * 587 + (rgb & 0xFF) * 114) / 1000;
        });
  }

  /**
   * The number of an encoded picture, such as a JPEG.
   *
   * @throws IOException if it is no picture
   */
  public static OptionalInt read(byte[] image) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image));
    if (picture == null) {
      throw new IOException("These " + image.length + " bytes are no picture.");
    }
    return read(picture);
  }

  /**
   * The number of a picture in any form.
   *
   * @param luma brightness at x, y: 0 to 255
   */
  public static OptionalInt read(int width, int height, IntBinaryOperator luma) {
    int[] cells = new int[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      cells[cell] = mean(width, height, luma, cell);
    }
    int white = Math.min(cells[0], cells[CELLS - 1]);
    int black = Math.max(cells[1], cells[CELLS - 2]);
    if (white - black < MIN_CONTRAST) {
      return OptionalInt.empty();
    }
    int code = 0;
    for (int bit = 0; bit < BITS; bit++) {
      code = code << 1 | (cells[bit + 2] > (white + black) / 2 ? 1 : 0);
    }
    int number = code >> 6;
    return (code & 0x3F) == check(number) ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** Of the middle of a cell, away from what compression smears over its edges. */
  private static int mean(int width, int height, IntBinaryOperator luma, int cell) {
    double left = cell * (double) width / CELLS;
    double wide = (double) width / CELLS;
    double high = HEIGHT * height;
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int x = (int) (left + wide * (0.35 + 0.15 * (i % 3)));
      int y = (int) (high * (0.3 + 0.15 * (i / 3)));
      sum += luma.applyAsInt(x, y);
    }
    return sum / 9;
  }

  private static boolean white(int cell, int code) {
    if (cell < 2) {
      return cell == 0;
    }
    if (cell >= BITS + 2) {
      return cell == CELLS - 1;
    }
    return (code >> (BITS + 1 - cell) & 1) != 0;
  }

  private static int check(int number) {
    // Spreads every bit of the number over the six; never all 0 and never all 1 for 0.
    return (number * 0x9E37 >> 7 ^ number ^ 0x2A) & 0x3F;
  }

  private static int edge(int cell, int width) {
    return (int) Math.round(cell * (double) width / CELLS);
  }
}
