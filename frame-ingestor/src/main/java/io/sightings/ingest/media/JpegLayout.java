package io.sightings.ingest.media;

import java.nio.ByteBuffer;

/** Reads the segments of a JPEG before its scan (ITU-T T.81, annex B). */
final class JpegLayout {
  private static final int FIRST_SEGMENT = 2;
  private static final int APP1 = 0xE1;
  private static final int SCAN = 0xDA;

  private JpegLayout() {}

  /**
   * @throws MediaException if there is no frame header before the scan
   * @throws IndexOutOfBoundsException if the photo ends within a segment
   */
  static PhotoLayout read(byte[] photo) throws MediaException {
    ByteBuffer bytes = ByteBuffer.wrap(photo);
    ByteBuffer exif = null;
    int at = FIRST_SEGMENT;
    int frame = -1;
    while (bytes.get(at) == (byte) 0xFF) {
      int marker = bytes.get(at + 1) & 0xFF;
      if (marker == 0xFF) {
        // Any marker may be preceded by fill bytes.
        at++;
        continue;
      }
      if (marker == SCAN) {
        break;
      }
      int length = bytes.getShort(at + 2) & 0xFFFF;
      ByteBuffer segment = bytes.slice(at + 4, Math.max(0, length - 2));
      if (isFrame(marker) && frame < 0) {
        frame = at + 4;
      } else if (marker == APP1 && exif == null && PhotoLayout.startsWithExif(segment)) {
        exif = PhotoLayout.exif(segment);
      }
      at += 2 + length;
    }
    if (frame < 0) {
      throw new MediaException("the photo is damaged: it does not say its size");
    }
    return new PhotoLayout(
        bytes.getShort(frame + 3) & 0xFFFF, bytes.getShort(frame + 1) & 0xFFFF, exif);
  }

  /** SOF0 to SOF15, of which three numbers mean something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
