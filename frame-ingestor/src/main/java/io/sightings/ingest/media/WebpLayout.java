package io.sightings.ingest.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Walks the chunks of a WebP (RFC 9649, section 2) without decoding any. */
final class WebpLayout {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int MASK_14 = 0x3FFF;

  private WebpLayout() {}

  /**
   * @throws MediaException if no chunk says the size
   * @throws IndexOutOfBoundsException if the photo ends within a chunk
   */
  static PhotoLayout read(byte[] photo) throws MediaException {
    ByteBuffer bytes = ByteBuffer.wrap(photo).order(ByteOrder.LITTLE_ENDIAN);
    long end = Math.min(photo.length, (bytes.getInt(4) & 0xFFFF_FFFFL) + CHUNK_HEADER);
    int[] size = null;
    ByteBuffer exif = null;
    int at = FIRST_CHUNK;
    while (at + CHUNK_HEADER <= end) {
      int length = bytes.getInt(at + 4);
      ByteBuffer data = bytes.slice(at + CHUNK_HEADER, length).order(ByteOrder.LITTLE_ENDIAN);
      String name = new String(photo, at, 4, StandardCharsets.ISO_8859_1);
      // The first chunk that says a size says that of the whole picture.
      size = size == null ? size(name, data) : size;
      if (name.equals("EXIF") && exif == null) {
        exif = PhotoLayout.exif(data);
      }
      // Chunks begin at even places.
      at = Math.addExact(at, CHUNK_HEADER + length + (length & 1));
    }
    if (size == null) {
      throw new MediaException("the photo is damaged: it does not say its size");
    }
    return new PhotoLayout(size[0], size[1], exif);
  }

  /** Width and height, or null where the chunk does not say them. */
  private static int[] size(String name, ByteBuffer data) {
    return switch (name) {
      case "VP8X" -> new int[] {1 + (data.getInt(4) & 0xFFFFFF), 1 + (data.getInt(6) >>> 8)};
      case "VP8L" -> {
        int bits = data.getInt(1);
        yield new int[] {1 + (bits & MASK_14), 1 + (bits >>> 14 & MASK_14)};
      }
      case "VP8 " -> new int[] {data.getShort(6) & MASK_14, data.getShort(8) & MASK_14};
      default -> null;
    };
  }
}
