package io.sightings.azure.client.models;

/**
 * A face's rectangle in pixels of the picture sent. The service takes it as left, top, width,
 * height and gives it as top, left, width, height; here it goes by names.
 */
public record FaceRectangle(int top, int left, int width, int height) {

  /** As {@code targetFace} wants it. */
  public String asTarget() {
    return left + "," + top + "," + width + "," + height;
  }

  public long area() {
    return (long) width * height;
  }
}
