package io.sightings.engine.image;

import java.nio.charset.StandardCharsets;

/**
 * Unsigned numbers out of a byte array. Reading beyond its end gives -1: damaged pictures are
 * nothing exceptional.
 */
record Bytes(byte[] array) {

  int length() {
    return array.length;
  }

  /** 0..255, or -1 beyond the end. */
  int u8(long at) {
    return at >= 0 && at < array.length ? array[(int) at] & 0xff : -1;
  }

  int u16(long at) {
    return holds(at, 2) ? u8(at) << 8 | u8(at + 1) : -1;
  }

  long u32(long at) {
    return holds(at, 4) ? (long) u16(at) << 16 | u16(at + 2) : -1;
  }

  int u16LittleEndian(long at) {
    return holds(at, 2) ? u8(at) | u8(at + 1) << 8 : -1;
  }

  int u24LittleEndian(long at) {
    return holds(at, 3) ? u16LittleEndian(at) | u8(at + 2) << 16 : -1;
  }

  long u32LittleEndian(long at) {
    return holds(at, 4) ? u16LittleEndian(at) | (long) u16LittleEndian(at + 2) << 16 : -1;
  }

  boolean holds(long at, long count) {
    return at >= 0 && at + count <= array.length;
  }

  boolean says(String ascii, int at) {
    byte[] expected = ascii.getBytes(StandardCharsets.ISO_8859_1);
    if (!holds(at, expected.length)) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (array[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
