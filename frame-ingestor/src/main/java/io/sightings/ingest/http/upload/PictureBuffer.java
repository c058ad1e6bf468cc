package io.sightings.ingest.http.upload;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Takes the bytes of one picture, up to a bound. */
final class PictureBuffer {
  private static final int FIRST_BYTES = 64 << 10;

  private final int most;
  private final int expected;
  private byte[] bytes = new byte[0];
  private int size;
  private boolean overflown;

  /**
   * @param most bytes taken
   * @param expected how many the client has announced, which need not be true; negative where none
   */
  PictureBuffer(int most, long expected) {
    this.most = most;
    this.expected = (int) Math.min(most, Math.max(0, expected));
  }

  /** Takes all of it, or nothing any more where that is too much. */
  void add(ByteBuffer more) {
    int count = more.remaining();
    if (overflown || count > most - size) {
      overflown = true;
      bytes = new byte[0];
      return;
    }
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, larger(size + count));
    }
    more.get(bytes, size, count);
    size += count;
  }

  /** What was announced is believed only when a good part of it is there. */
  private int larger(int needed) {
    if (needed <= FIRST_BYTES) {
      return Math.min(most, FIRST_BYTES);
    }
    long twice = Math.max(2L * bytes.length, needed);
    return needed <= expected ? expected : (int) Math.min(most, twice);
  }

  boolean overflown() {
    return overflown;
  }

  /** All bytes taken; empty where it was too much. */
  byte[] bytes() {
    return bytes.length == size ? bytes : Arrays.copyOf(bytes, overflown ? 0 : size);
  }
}
