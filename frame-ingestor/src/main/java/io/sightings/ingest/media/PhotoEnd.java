package io.sightings.ingest.media;

import com.drew.imaging.FileType;

/** Tells a truncated photo from a whole one by the marks of its format, without decoding it. */
final class PhotoEnd {
  private static final String TRUNCATED = "the photo is truncated: copy it again";
  private static final byte[] PNG_END = {'I', 'E', 'N', 'D'};
  private static final int JPEG_SCAN = 0xDA;
  private static final int JPEG_END = 0xD9;

  private PhotoEnd() {}

  /**
   * @throws MediaException if the photo ends before its format says so
   */
  static void check(FileType type, byte[] photo) throws MediaException {
    boolean whole =
        switch (type) {
          case Jpeg -> isWholeJpeg(photo);
          case Png -> endsWithin(photo, PNG_END, photo.length);
          case WebP -> photo.length >= 8 + littleEndian(photo, 4);
          case Bmp -> photo.length >= littleEndian(photo, 2);
          default -> true;
        };
    if (!whole) {
      throw new MediaException(TRUNCATED);
    }
  }

  /** Behind the end mark cameras store more; before the scan a thumbnail has an end of its own. */
  private static boolean isWholeJpeg(byte[] photo) {
    int at = 2;
    while (at + 4 <= photo.length && (photo[at] & 0xFF) == 0xFF) {
      int marker = photo[at + 1] & 0xFF;
      if (marker == JPEG_SCAN) {
        return endsWithin(photo, new byte[] {(byte) 0xFF, (byte) JPEG_END}, photo.length - at);
      }
      boolean fill = marker == 0xFF;
      at += fill ? 1 : 2 + (((photo[at + 2] & 0xFF) << 8) | (photo[at + 3] & 0xFF));
    }
    return false;
  }

  private static boolean endsWithin(byte[] photo, byte[] mark, int last) {
    int from = photo.length - mark.length;
    for (int at = from; at >= Math.max(0, photo.length - last); at--) {
      int same = 0;
      while (same < mark.length && photo[at + same] == mark[same]) {
        same++;
      }
      if (same == mark.length) {
        return true;
      }
    }
    return false;
  }

  private static long littleEndian(byte[] photo, int at) {
    if (at + 4 > photo.length) {
      return Long.MAX_VALUE - 8;
    }
    return (photo[at] & 0xFFL)
        | ((photo[at + 1] & 0xFFL) << 8)
        | ((photo[at + 2] & 0xFFL) << 16)
        | ((photo[at + 3] & 0xFFL) << 24);
  }
}
