package io.sightings.faults.hostile.input;

/** Texts that are too long for what they are. */
final class OversizedTexts {
  private static final int MIN_LENGTH = 100;
  private static final int MAX_LENGTH = 100_000;

  /** One of so many texts has megabytes. */
  private static final double LARGEST = 0.05;

  private static final int LARGEST_LENGTH = 2_000_000;

  private OversizedTexts() {}

  /** Of characters that take one to six bytes in JSON. */
  static String of(SeededChoices dice) {
    String unit = dice.any("x", "\"", "\\", "\u0001", "\u00e9", "\ud83d\ude00", "ab ", "\n");
    int length = dice.chance(LARGEST) ? LARGEST_LENGTH : dice.size(MIN_LENGTH, MAX_LENGTH);
    return unit.repeat(length);
  }
}
