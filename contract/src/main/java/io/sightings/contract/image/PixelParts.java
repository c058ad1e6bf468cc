package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a file that make up its pixels. Neighbours become one part. */
final class PixelParts {
  private final byte[] file;
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int from;
  private int to;

  PixelParts(byte[] file) {
    this.file = file;
  }

  /**
   * @param start first byte of the part, at or behind the end of the last one
   * @param end first byte behind the part
   */
  void add(int start, int end) {
    if (start != to) {
      close();
      from = start;
    }
    to = end;
  }

  List<ByteBuffer> close() {
    if (to > from) {
      parts.add(ByteBuffer.wrap(file, from, to - from));
    }
    from = to;
    return parts;
  }
}
