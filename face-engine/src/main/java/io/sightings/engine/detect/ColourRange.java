package io.sightings.engine.detect;

/**
 * What a detector's network expects of colours.
 *
 * @param redFirst whether the planes are red, green, blue; else blue, green, red
 * @param mean subtracted from every byte
 * @param scale what the difference is multiplied with
 * @param smooth whether a picture that shrinks to half or less is averaged, not sampled: slower,
 *     without aliasing
 */
record ColourRange(boolean redFirst, double mean, double scale, boolean smooth) {

  /** The network's value of a byte. */
  double of(int value) {
    return (value - mean) * scale;
  }
}
