package io.sightings.contract.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats of pictures that are decoded. */
public enum ImageFormat {
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff", ""),
  PNG("image/png", "\u0089PNG\r\n\u001a\n", ""),
  WEBP("image/webp", "RIFF", "WEBP"),
  BMP("image/bmp", "BM", "");

  /** Bytes from the beginning that tell the format. */
  public static final int MARK_BYTES = 16;

  private static final int SECOND_MARK = 8;

  private final String contentType;
  private final byte[] first;
  private final byte[] second;

  ImageFormat(String contentType, String first, String second) {
    this.contentType = contentType;
    this.first = first.getBytes(StandardCharsets.ISO_8859_1);
    this.second = second.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Formats that are recognised only so that an error can name them. */
  private enum OtherFormat {
    GIF(0, "GIF8"),
    TIFF_LITTLE_ENDIAN(0, "II*\0"),
    TIFF_BIG_ENDIAN(0, "MM\0*"),
    HEIF(4, "ftyphei"),
    HEIF_GENERIC(4, "ftypmif1"),
    AVIF(4, "ftypavif"),
    JPEG_XL(4, "JXL "),
    JPEG_2000(4, "jP  ");

    private final int at;
    private final byte[] mark;

    OtherFormat(int at, String mark) {
      this.at = at;
      this.mark = mark.getBytes(StandardCharsets.ISO_8859_1);
    }

    String title() {
      return name().replaceAll("_(LITTLE|BIG|GENERIC).*", "").replace('_', ' ');
    }
  }

  public String contentType() {
    return contentType;
  }

  /**
   * @param start the first {@link #MARK_BYTES} of a file, or more
   * @return empty for any other format
   */
  public static Optional<ImageFormat> of(byte[] start) {
    return Arrays.stream(values())
        .filter(format -> has(start, 0, format.first) && has(start, SECOND_MARK, format.second))
        .findFirst();
  }

  /** The name of a picture format that is known but not decoded, such as GIF. */
  static Optional<String> other(byte[] start) {
    return Arrays.stream(OtherFormat.values())
        .filter(other -> has(start, other.at, other.mark))
        .map(OtherFormat::title)
        .findFirst();
  }

  private static boolean has(byte[] bytes, int at, byte[] mark) {
    return at + mark.length <= bytes.length
        && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
  }
}
