package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks the chunks of a PNG (W3C PNG, third edition, section 5) to its end chunk. */
final class PngChunks {
  private static final int FIRST_CHUNK = 8;
  private static final int HEADER = type("IHDR");
  private static final int PALETTE = type("PLTE");
  private static final int DATA = type("IDAT");
  private static final int EXIF = type("eXIf");
  private static final int END = type("IEND");

  /** Length and type before the data, and a checksum behind it. */
  private static final int AROUND = 12;

  /** What compressed data may hold beyond the pixels: encoders pad, and decoders unpack it. */
  private static final int SLACK = 64 << 10;

  /**
   * Compressed data exceed the pixels by one part in this many at most. Deflate adds 5 bytes to
   * each 16 KiB it cannot compress; blocks without content cost a decoder 2 microseconds each.
   */
  private static final int MAX_OVERHEAD = 32;

  private static final int STEP = 32 << 10;

  private final ByteBuffer bytes;
  private final SizeCheck size;
  private final PixelParts pixels;
  private final byte[] scratch = new byte[16 << 10];
  private PngRows rows;
  private long compressed;
  private long inflated;

  PngChunks(byte[] file, SizeCheck size) {
    this.bytes = ByteBuffer.wrap(file);
    this.size = size;
    this.pixels = new PixelParts(file);
  }

  /**
   * @throws IndexOutOfBoundsException if the file ends before its end chunk
   */
  ImageLayout read() throws UnreadableImageException {
    if (bytes.getInt(FIRST_CHUNK + 4) != HEADER || bytes.getInt(FIRST_CHUNK) < PngRows.BYTES) {
      throw damaged("it does not begin with its header");
    }
    rows = PngRows.read(bytes.slice(FIRST_CHUNK + 8, PngRows.BYTES), size);
    pixels.add(0, FIRST_CHUNK);
    ByteBuffer exif = ImageLayout.NO_EXIF;
    Inflater inflater = new Inflater();
    try {
      int type = 0;
      for (int at = FIRST_CHUNK; type != END; ) {
        type = bytes.getInt(at + 4);
        int end = end(at);
        ByteBuffer data = bytes.slice(at + 8, end - at - AROUND);
        if (type == HEADER || type == PALETTE || type == DATA || type == END) {
          pixels.add(at, end);
        }
        if (type == DATA) {
          inflate(inflater, data);
        } else if (type == EXIF && !exif.hasRemaining()) {
          exif = data;
        }
        at = end;
      }
    } finally {
      inflater.end();
    }
    if (inflated < rows.bytes()) {
      throw UnreadableImageException.truncated(ImageFormat.PNG);
    }
    return new ImageLayout(rows.width(), rows.height(), 1, rows.rowBytes(), exif, pixels.close());
  }

  private int end(int at) {
    int length = bytes.getInt(at);
    if (length < 0 || length > bytes.limit() - at - AROUND) {
      throw new IndexOutOfBoundsException("a chunk of " + length + " bytes at " + at);
    }
    return at + AROUND + length;
  }

  private void inflate(Inflater inflater, ByteBuffer data) throws UnreadableImageException {
    while (data.hasRemaining() && !inflater.finished()) {
      int step = Math.min(STEP, data.remaining());
      inflater.setInput(data.slice(data.position(), step));
      data.position(data.position() + step);
      compressed += step;
      drain(inflater);
      if (compressed > inflated + inflated / MAX_OVERHEAD + SLACK) {
        throw damaged("it holds more bytes than its pixels take");
      }
    }
  }

  private void drain(Inflater inflater) throws UnreadableImageException {
    try {
      while (!inflater.finished() && !inflater.needsInput()) {
        inflated += inflater.inflate(scratch);
        if (inflater.needsDictionary()) {
          throw damaged("its pixels cannot be unpacked");
        }
        if (inflated > rows.bytes() + SLACK) {
          throw damaged("it holds more pixels than it says");
        }
      }
    } catch (DataFormatException e) {
      throw damaged("its pixels cannot be unpacked");
    }
  }

  private static UnreadableImageException damaged(String how) {
    return UnreadableImageException.damaged(ImageFormat.PNG, how);
  }

  private static int type(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }
}
