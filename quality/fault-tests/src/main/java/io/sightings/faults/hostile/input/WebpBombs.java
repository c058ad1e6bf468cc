package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** WebPs that lie about themselves or cost more than they show. */
final class WebpBombs {
  /** {@code RIFF}, a length, and {@code WEBP}. */
  private static final int START_BYTES = 12;

  private static final int ANIMATION = 2;
  private static final int MAX_CANVAS = 0xFFFFFF;

  private WebpBombs() {}

  static byte[] lyingChunk(byte[] webp, SeededChoices dice) {
    byte[] bytes = webp.clone();
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(dice.any(4, START_BYTES + 4), (int) dice.edge());
    return bytes;
  }

  static byte[] hugeCanvas(byte[] webp, SeededChoices dice) {
    int width = dice.any(0, 16_383, MAX_CANVAS);
    int height = dice.any(0, 16_383, MAX_CANVAS);
    return riff(
        extended(dice.below(256), width, height), Arrays.copyOfRange(webp, 12, webp.length));
  }

  /** An animation whose frames all are the same. */
  static byte[] manyFrames(byte[] webp, SeededChoices dice) {
    byte[] inner = Arrays.copyOfRange(webp, START_BYTES, webp.length);
    byte[] frame = chunk("ANMF", ByteCorrupter.joined(new byte[16], inner));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = dice.size(2, 200); i > 0; i--) {
      all.writeBytes(frame);
    }
    return riff(extended(ANIMATION, 63, 47), chunk("ANIM", new byte[6]), all.toByteArray());
  }

  /**
   * @param width less one, as the format has it
   * @param height less one
   */
  private static byte[] extended(int flags, int width, int height) {
    ByteBuffer body = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(0, flags).putInt(4, width).putInt(7, height);
    return chunk("VP8X", Arrays.copyOf(body.array(), 10));
  }

  private static byte[] riff(byte[]... chunks) {
    byte[] body = ByteCorrupter.joined(chunks);
    return ByteCorrupter.joined(
        chunk("RIFF", ByteCorrupter.joined("WEBP".getBytes(ISO_8859_1), body)), new byte[0]);
  }

  private static byte[] chunk(String type, byte[] body) {
    return ByteBuffer.allocate(8 + body.length + body.length % 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(type.getBytes(ISO_8859_1))
        .putInt(body.length)
        .put(body)
        .array();
  }
}
