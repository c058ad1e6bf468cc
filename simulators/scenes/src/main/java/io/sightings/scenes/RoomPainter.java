package io.sightings.scenes;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Paints the room behind the people: a wall with a window, a picture, a shelf and a door. */
final class RoomPainter {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 720;
  private static final int[] BOOKS = {0xA8483C, 0x3D6473, 0xC9A250, 0x55704F};

  private final Graphics2D graphics;

  private RoomPainter(Graphics2D graphics) {
    this.graphics = graphics;
  }

  static BufferedImage paint(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(width / WIDTH, height / HEIGHT);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    RoomPainter room = new RoomPainter(graphics);
    room.paintWallAndFloor();
    room.paintWindow();
    room.paintDoor();
    room.paintPicture();
    room.paintShelf();
    graphics.dispose();
    return image;
  }

  private void paintWallAndFloor() {
    panel(0, 0, 1280, 560, 0xD9D3C4, 0xA9A496);
    panel(0, 560, 1280, 160, 0x8A6F55, 0x6B543F);
    panel(0, 545, 1280, 16, 0xEDE8DC, 0xC5C0B4);
  }

  private void paintWindow() {
    panel(70, 60, 270, 320, 0xF4F1EA, 0xD8D4CA);
    for (int i = 0; i < 4; i++) {
      panel(84 + i % 2 * 126, 74 + i / 2 * 150, 116, 140, 0xCFE4F2, 0x9CC3DC);
    }
  }

  private void paintDoor() {
    panel(960, 110, 210, 450, 0x7C5C40, 0x5C432E);
    panel(985, 140, 160, 170, 0x8A6848, 0x6E5138);
    panel(985, 340, 160, 190, 0x8A6848, 0x6E5138);
  }

  private void paintPicture() {
    panel(480, 120, 190, 130, 0x3D3A36, 0x2B2926);
    panel(492, 132, 166, 106, 0x6F9AA8, 0xD9B27C);
  }

  private void paintShelf() {
    panel(740, 250, 150, 12, 0x6E523A, 0x4F3A28);
    for (int i = 0; i < 9; i++) {
      int shorter = i * 37 % 22;
      panel(748 + i * 15, 190 + shorter, 12, 60 - shorter, BOOKS[i % BOOKS.length], 0x39332E);
    }
  }

  /** A rectangle whose colour runs from top to bottom. */
  private void panel(int x, int y, int width, int height, int top, int bottom) {
    graphics.setPaint(new GradientPaint(x, y, new Color(top), x, y + height, new Color(bottom)));
    graphics.fillRect(x, y, width, height);
  }
}
