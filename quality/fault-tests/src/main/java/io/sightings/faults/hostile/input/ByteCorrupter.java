package io.sightings.faults.hostile.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Damage to bytes of any format. None of the methods changes its argument. */
final class ByteCorrupter {
  private static final int MAX_FLIPS = 30;

  private ByteCorrupter() {}

  static byte[] truncated(byte[] whole, SeededChoices dice) {
    return Arrays.copyOf(whole, dice.below(whole.length));
  }

  static byte[] flipped(byte[] whole, SeededChoices dice) {
    byte[] bytes = whole.clone();
    for (int i = dice.size(1, MAX_FLIPS); i > 0; i--) {
      bytes[dice.below(bytes.length)] ^= (byte) (1 << dice.below(8));
    }
    return bytes;
  }

  /** Numbers of one, two, or four bytes within the first bytes become extreme. */
  static byte[] numbers(byte[] whole, int header, SeededChoices dice) {
    byte[] bytes = whole.clone();
    int reach = Math.min(header, bytes.length - 4);
    for (int i = dice.size(1, 4); i > 0 && reach > 0; i--) {
      int at = dice.below(reach);
      byte[] number = ByteBuffer.allocate(8).putLong(dice.edge()).array();
      int width = dice.any(1, 2, 4);
      for (int n = 0; n < width; n++) {
        bytes[at + n] = number[8 - width + n];
      }
    }
    return bytes;
  }

  static byte[] inserted(byte[] whole, SeededChoices dice) {
    int at = dice.below(whole.length);
    return joined(
        Arrays.copyOf(whole, at),
        dice.bytes(dice.size(1, 4096)),
        Arrays.copyOfRange(whole, at, whole.length));
  }

  static byte[] deleted(byte[] whole, SeededChoices dice) {
    int from = dice.below(whole.length);
    int to = from + dice.below(whole.length - from);
    return joined(Arrays.copyOf(whole, from), Arrays.copyOfRange(whole, to, whole.length));
  }

  static byte[] doubled(byte[] whole, SeededChoices dice) {
    int from = dice.below(whole.length);
    byte[] part = Arrays.copyOfRange(whole, from, from + dice.below(whole.length - from));
    byte[] bytes = Arrays.copyOf(whole, from);
    for (int i = dice.size(2, 20); i > 0; i--) {
      bytes = joined(bytes, part);
    }
    return joined(bytes, Arrays.copyOfRange(whole, from, whole.length));
  }

  /** The beginning of one and the end of another. */
  static byte[] spliced(byte[] one, byte[] other, SeededChoices dice) {
    int from = dice.below(other.length);
    return joined(
        Arrays.copyOf(one, dice.below(one.length)), Arrays.copyOfRange(other, from, other.length));
  }

  static byte[] trailed(byte[] whole, SeededChoices dice) {
    return joined(whole, dice.bytes(dice.size(1, 200_000)));
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
