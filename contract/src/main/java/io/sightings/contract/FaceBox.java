package io.sightings.contract;

/**
 * Where a face is: a rectangle in pixels of its picture, after the EXIF rotation. It may reach over
 * the edge of the picture.
 *
 * @param x left edge
 * @param y upper edge
 * @param width more than 0
 * @param height more than 0
 */
public record FaceBox(float x, float y, float width, float height) {

  public float area() {
    return width * height;
  }

  public float centreX() {
    return x + width / 2;
  }

  public float centreY() {
    return y + height / 2;
  }

  /** The side of a square of the same area, at least 1. */
  public float size() {
    return (float) Math.sqrt(Math.max(1, area()));
  }

  /** Shared area over joint area: 0 for boxes that do not touch, 1 for equal ones. */
  public float overlap(FaceBox other) {
    float w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    float h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    float shared = w * h;
    return shared / (area() + other.area() - shared);
  }

  public boolean contains(float px, float py) {
    return px >= x && py >= y && px < x + width && py < y + height;
  }
}
