package io.sightings.contract.image;

import java.nio.ByteBuffer;

/**
 * The header of a PNG (W3C PNG, third edition, section 11.2.1) and what follows from it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rowBytes of one unpacked row
 * @param bytes of all unpacked rows, with the filter byte before each
 */
record PngRows(int width, int height, long rowBytes, long bytes) {
  /** Of the header. */
  static final int BYTES = 13;

  private static final int MAX_BITS = 16;

  /** Adam7: first column, first row, columns and rows between two pixels of each pass. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] WHOLE = {{0, 0, 1, 1}};

  static PngRows read(ByteBuffer header, SizeCheck size) throws UnreadableImageException {
    int width = header.getInt(0);
    int height = header.getInt(4);
    size.require(ImageFormat.PNG, width, height);
    int bits = header.get(8);
    int samples =
        switch (header.get(9)) {
          case 0, 3 -> 1;
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 0;
        };
    int interlace = header.get(12);
    boolean known =
        samples > 0
            && Integer.bitCount(bits) == 1
            && bits > 0
            && bits <= MAX_BITS
            && header.get(10) == 0
            && header.get(11) == 0
            && (interlace == 0 || interlace == 1);
    if (!known) {
      throw UnreadableImageException.damaged(ImageFormat.PNG, "its header is of no known kind");
    }
    long total = 0;
    for (int[] pass : interlace == 1 ? PASSES : WHOLE) {
      long columns = (width - pass[0] + pass[2] - 1) / pass[2];
      long rows = (height - pass[1] + pass[3] - 1) / pass[3];
      if (columns > 0 && rows > 0) {
        total += rows * (1 + rowBytes(columns, bits * samples));
      }
    }
    return new PngRows(width, height, rowBytes(width, bits * samples), total);
  }

  private static long rowBytes(long pixels, int bits) {
    return (pixels * bits + 7) / 8;
  }
}
