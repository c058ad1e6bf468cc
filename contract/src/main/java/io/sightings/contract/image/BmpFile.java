package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads the header of a BMP: BITMAPCOREHEADER or any of its longer successors. */
final class BmpFile {
  private static final int PIXELS_AT = 10;
  private static final int HEADER_AT = 14;
  private static final int CORE_HEADER = 12;
  private static final int INFO_HEADER = 40;
  private static final int MAX_HEADER = 256;
  private static final int RUN_LENGTHS_8 = 1;
  private static final int RUN_LENGTHS_4 = 2;

  private BmpFile() {}

  /**
   * @throws IndexOutOfBoundsException if the file ends within its header
   */
  static ImageLayout read(byte[] file, SizeCheck size) throws UnreadableImageException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getInt(HEADER_AT);
    long width;
    long height;
    int bits;
    int compression = 0;
    if (header == CORE_HEADER) {
      width = bytes.getShort(18) & 0xFFFF;
      height = bytes.getShort(20) & 0xFFFF;
      bits = bytes.getShort(24) & 0xFFFF;
    } else if (header >= INFO_HEADER && header <= MAX_HEADER) {
      width = bytes.getInt(18);
      // The height is negative where the first row is on top.
      height = Math.abs((long) bytes.getInt(22));
      bits = bytes.getShort(28) & 0xFFFF;
      compression = bytes.getInt(30);
    } else {
      throw UnreadableImageException.damaged(ImageFormat.BMP, "its header is of no known kind");
    }
    size.require(ImageFormat.BMP, width, height);
    // With run lengths the size follows from nothing.
    boolean runs = compression == RUN_LENGTHS_8 || compression == RUN_LENGTHS_4;
    long row = (width * bits + 31) / 32 * 4;
    long start = bytes.getInt(PIXELS_AT) & 0xFFFF_FFFFL;
    if (start + (runs ? 1 : row * height) > file.length) {
      throw UnreadableImageException.truncated(ImageFormat.BMP);
    }
    return new ImageLayout(
        width, height, 1, row, ImageLayout.NO_EXIF, List.of(ByteBuffer.wrap(file)));
  }
}
