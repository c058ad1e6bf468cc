package io.sightings.ingest.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the header of a BMP: BITMAPCOREHEADER or any of its longer successors. */
final class BmpLayout {
  private static final int CORE_HEADER = 12;

  private BmpLayout() {}

  /**
   * @throws IndexOutOfBoundsException if the photo ends within its header
   */
  static PhotoLayout read(byte[] photo) {
    ByteBuffer bytes = ByteBuffer.wrap(photo).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt(14) == CORE_HEADER) {
      return new PhotoLayout(bytes.getShort(18) & 0xFFFF, bytes.getShort(20) & 0xFFFF, null);
    }
    // The height is negative where the first row is on top.
    return new PhotoLayout(bytes.getInt(18), Math.abs(bytes.getInt(22)), null);
  }
}
