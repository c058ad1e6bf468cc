package io.sightings.ingest.media;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a photo says of itself, read without decoding it.
 *
 * @param contentType its media type
 * @param width in pixels, upright; 1 or more
 * @param height in pixels, upright; 1 or more
 * @param takenAt when it was taken, null where it does not say
 */
public record PhotoHeader(String contentType, int width, int height, Instant takenAt) {
  /** The formats that are passed on as they are. */
  private static final Map<FileType, String> CONTENT_TYPES =
      Map.of(
          FileType.Jpeg, "image/jpeg",
          FileType.Png, "image/png",
          FileType.WebP, "image/webp",
          FileType.Bmp, "image/bmp");

  /** From this EXIF orientation on, the sides are swapped. */
  private static final int FIRST_SIDEWAYS = 5;

  private static final int LAST_SIDEWAYS = 8;

  /** What is said to have been taken outside of these was taken by a clock that was never set. */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** Whether a file with these first bytes is a photo that is passed on as it is. */
  public static boolean isPhoto(byte[] start) throws IOException {
    return CONTENT_TYPES.containsKey(type(start));
  }

  /**
   * Reads the header of a whole photo. Whatever the bytes are, no more memory is taken than some
   * kilobytes.
   *
   * @param zone of photos that do not say where their clock was
   * @throws MediaException if it is no photo, of another format, or a truncated one
   */
  public static PhotoHeader read(byte[] photo, ZoneId zone) throws MediaException {
    try {
      FileType type = type(photo);
      String contentType = CONTENT_TYPES.get(type);
      if (contentType == null) {
        throw new MediaException(
            type == FileType.Unknown
                ? "not a photo: JPEG, PNG, WebP and BMP are read"
                : type.getName() + " is not read: convert it to JPEG, PNG, WebP or BMP");
      }
      PhotoEnd.check(type, photo);
      return of(contentType, layout(type, photo), zone);
    } catch (MediaException e) {
      throw e;
    } catch (IOException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new MediaException("the photo is truncated: copy it again", e);
    }
  }

  private static FileType type(byte[] start) throws IOException {
    return FileTypeDetector.detectFileType(new ByteArrayInputStream(start));
  }

  private static PhotoLayout layout(FileType type, byte[] photo) throws MediaException {
    return switch (type) {
      case Jpeg -> JpegLayout.read(photo);
      case Png -> PngLayout.read(photo);
      case WebP -> WebpLayout.read(photo);
      case Bmp -> BmpLayout.read(photo);
      default -> throw new IllegalArgumentException("no format that is passed on: " + type);
    };
  }

  private static PhotoHeader of(String contentType, PhotoLayout layout, ZoneId zone)
      throws MediaException {
    if (layout.width() < 1 || layout.height() < 1) {
      throw new MediaException("the photo is damaged: a side of it has no length");
    }
    Exif.Facts exif = Exif.read(layout.exif(), zone);
    Instant taken = exif.takenAt();
    boolean known = taken != null && !taken.isBefore(EARLIEST) && taken.isBefore(LATEST);
    boolean sideways = exif.orientation() >= FIRST_SIDEWAYS && exif.orientation() <= LAST_SIDEWAYS;
    return new PhotoHeader(
        contentType,
        sideways ? layout.height() : layout.width(),
        sideways ? layout.width() : layout.height(),
        known ? taken : null);
  }
}
