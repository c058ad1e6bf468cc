package io.sightings.engine.model;

/**
 * What must be known about an ONNX face embedder to use it.
 *
 * @param input name of its input; null takes its only one
 * @param layout order of the dimensions; null is {@link Layout#NCHW}
 * @param colours order of the channels; null is {@link Colours#RGB}
 * @param mean subtracted from every byte
 * @param scale what the difference is multiplied with; 0 is 1
 * @param dimension length of its output
 * @param threshold similarity from which two faces are the same person
 * @param drawnThreshold the same for drawn faces, which vary less; 0 is 0.70
 * @param margin least distance to the best other person
 */
public record EmbedderSpec(
    String input,
    Layout layout,
    Colours colours,
    float mean,
    float scale,
    int dimension,
    float threshold,
    float drawnThreshold,
    float margin) {
  /** Measured with MobileFace V2; a guess for other embedders. */
  private static final float DRAWN_THRESHOLD = 0.70f;

  /** Channels before rows, or after columns. */
  public enum Layout {
    NCHW,
    NHWC
  }

  /** Red first or blue first. */
  public enum Colours {
    RGB,
    BGR
  }

  public EmbedderSpec {
    layout = layout == null ? Layout.NCHW : layout;
    colours = colours == null ? Colours.RGB : colours;
    scale = scale == 0 ? 1 : scale;
    drawnThreshold = drawnThreshold == 0 ? DRAWN_THRESHOLD : drawnThreshold;
    if (dimension <= 0 || !within(threshold) || !within(drawnThreshold) || margin < 0) {
      throw new IllegalArgumentException(
          "an embedder needs a dimension above 0 (it is "
              + dimension
              + "), thresholds between 0 and 1 (they are "
              + threshold
              + " and "
              + drawnThreshold
              + ") and a margin of 0 or more (it is "
              + margin
              + ")");
    }
  }

  public EmbedderSpec withThreshold(float other) {
    return new EmbedderSpec(
        input, layout, colours, mean, scale, dimension, other, drawnThreshold, margin);
  }

  private static boolean within(float threshold) {
    return threshold > 0 && threshold < 1;
  }
}
