package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the chunks of a WebP (RFC 9649, section 2). Only its picture is decoded, without alpha,
 * colour profile or animation.
 */
final class WebpChunks {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int MASK_14 = 0x3FFF;
  private static final int LOSSY = type("VP8 ");
  private static final int LOSSLESS = type("VP8L");
  private static final int EXTENDED = type("VP8X");
  private static final int ANIMATION = type("ANIM");
  private static final int FRAME = type("ANMF");
  private static final int EXIF = type("EXIF");

  /** RFC 6386, section 9.1. */
  private static final int LOSSY_START_CODE = 0x2A019D;

  private static final int LOSSLESS_SIGNATURE = 0x2F;

  /**
   * Of a lossless picture: five tables of 256 entries of 4 bytes for each group of prefix codes,
   * and the group itself. At most one group per block of 4 x 4 pixels and 65,536 in all; a group
   * takes 20 bits or more (RFC 9649, section 5.2.3 and libwebp's vp8l_dec.c). How many there are is
   * known only by decoding.
   */
  private static final long GROUP_BYTES = 5 * 256 * 4 + 320;

  private static final int MAX_GROUPS = 1 << 16;

  /** Of a lossless picture: libwebp keeps it as 32-bit pixels. */
  private static final int LOSSLESS_PIXEL_BYTES = 5;

  private final byte[] file;
  private final ByteBuffer bytes;
  private final SizeCheck size;
  private ByteBuffer exif = ImageLayout.NO_EXIF;
  private int width;
  private int height;
  private long memory;
  private List<ByteBuffer> pixels = List.of();

  WebpChunks(byte[] file, SizeCheck size) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    this.size = size;
  }

  /**
   * @throws IndexOutOfBoundsException if the file ends within a chunk
   */
  ImageLayout read() throws UnreadableImageException {
    long end = (bytes.getInt(4) & 0xFFFF_FFFFL) + CHUNK_HEADER;
    if (end > file.length) {
      throw UnreadableImageException.truncated(ImageFormat.WEBP);
    }
    for (int at = FIRST_CHUNK; at + CHUNK_HEADER <= end; ) {
      int length = bytes.getInt(at + 4);
      ByteBuffer data = bytes.slice(at + CHUNK_HEADER, length).order(ByteOrder.LITTLE_ENDIAN);
      chunk(bytes.getInt(at), data, at);
      // Chunks begin at even places.
      at = Math.addExact(at, CHUNK_HEADER + length + (length & 1));
    }
    if (pixels.isEmpty()) {
      throw UnreadableImageException.damaged(ImageFormat.WEBP, "it has no pixels");
    }
    return new ImageLayout(width, height, 1, memory, exif, pixels);
  }

  private void chunk(int type, ByteBuffer data, int at) throws UnreadableImageException {
    if (type == ANIMATION || type == FRAME) {
      throw UnreadableImageException.unsupported(ImageFormat.WEBP, "an animation");
    } else if (type == EXIF && !exif.hasRemaining()) {
      exif = data;
    } else if (type == EXTENDED) {
      size.require(ImageFormat.WEBP, 1L + (data.getInt(4) & 0xFFFFFF), 1L + (data.getInt(6) >>> 8));
    } else if ((type == LOSSY || type == LOSSLESS) && pixels.isEmpty()) {
      picture(type, data);
      size.require(ImageFormat.WEBP, width, height);
      pixels = alone(at, data.limit());
    }
  }

  private void picture(int type, ByteBuffer data) throws UnreadableImageException {
    boolean lossy = type == LOSSY;
    boolean known =
        lossy
            ? (data.getInt(2) >>> 8) == LOSSY_START_CODE
            : (data.get(0) & 0xFF) == LOSSLESS_SIGNATURE;
    if (!known) {
      throw UnreadableImageException.damaged(ImageFormat.WEBP, "its picture has no header");
    }
    if (lossy) {
      width = data.getShort(6) & MASK_14;
      height = data.getShort(8) & MASK_14;
      return;
    }
    int bits = data.getInt(1);
    width = 1 + (bits & MASK_14);
    height = 1 + (bits >>> 14 & MASK_14);
    long blocks = (width + 3L) / 4 * ((height + 3) / 4);
    long groups = Math.min(MAX_GROUPS, Math.min(blocks, data.limit() * 8L / 20));
    memory = (long) width * height * LOSSLESS_PIXEL_BYTES + groups * GROUP_BYTES;
  }

  /** A file of that chunk only. */
  private List<ByteBuffer> alone(int at, int length) {
    int padded = CHUNK_HEADER + length + (length & 1);
    int present = Math.min(padded, file.length - at);
    List<ByteBuffer> parts = new ArrayList<>();
    ByteBuffer header = ByteBuffer.allocate(FIRST_CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(bytes.getInt(0)).putInt(FIRST_CHUNK - CHUNK_HEADER + present);
    header.putInt(bytes.getInt(8)).flip();
    parts.add(header);
    parts.add(ByteBuffer.wrap(file, at, present));
    return parts;
  }

  private static int type(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }
}
