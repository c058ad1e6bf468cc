package io.sightings.ingest.media;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * What a photo says of itself, read without decoding it.
 *
 * @param contentType its media type
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param takenAt when it was taken, null where it does not say
 */
public record PhotoHeader(String contentType, int width, int height, Instant takenAt) {

  /** A format that is passed on as it is, and where its header has the size. */
  private record Format(
      String contentType, Class<? extends Directory> directory, int widthTag, int heightTag) {}

  private static final Map<FileType, Format> FORMATS =
      Map.of(
          FileType.Jpeg,
          new Format(
              "image/jpeg",
              JpegDirectory.class,
              JpegDirectory.TAG_IMAGE_WIDTH,
              JpegDirectory.TAG_IMAGE_HEIGHT),
          FileType.Png,
          new Format(
              "image/png",
              PngDirectory.class,
              PngDirectory.TAG_IMAGE_WIDTH,
              PngDirectory.TAG_IMAGE_HEIGHT),
          FileType.WebP,
          new Format(
              "image/webp",
              WebpDirectory.class,
              WebpDirectory.TAG_IMAGE_WIDTH,
              WebpDirectory.TAG_IMAGE_HEIGHT),
          FileType.Bmp,
          new Format(
              "image/bmp",
              BmpHeaderDirectory.class,
              BmpHeaderDirectory.TAG_IMAGE_WIDTH,
              BmpHeaderDirectory.TAG_IMAGE_HEIGHT));

  /** From this EXIF orientation on, the sides are swapped. */
  private static final int FIRST_SIDEWAYS = 5;

  /** Whether a file with these first bytes is a photo that is passed on as it is. */
  public static boolean isPhoto(byte[] start) throws IOException {
    return FORMATS.containsKey(FileTypeDetector.detectFileType(new ByteArrayInputStream(start)));
  }

  /**
   * Reads the header of a whole photo.
   *
   * @param zone of photos that do not say where their clock was
   * @throws MediaException if it is no photo, of another format, or a truncated one
   */
  public static PhotoHeader read(byte[] photo, ZoneId zone) throws MediaException {
    try {
      FileType type = FileTypeDetector.detectFileType(new ByteArrayInputStream(photo));
      Format format = FORMATS.get(type);
      if (format == null) {
        throw new MediaException(
            type == FileType.Unknown
                ? "not a photo: JPEG, PNG, WebP and BMP are read"
                : type.getName() + " is not read: convert it to JPEG, PNG, WebP or BMP");
      }
      PhotoEnd.check(type, photo);
      return of(
          format,
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo), photo.length, type),
          zone);
    } catch (ImageProcessingException | MetadataException e) {
      throw new MediaException("the photo is damaged: " + e.getMessage(), e);
    } catch (MediaException e) {
      throw e;
    } catch (IOException e) {
      throw new MediaException("the photo is truncated: copy it again", e);
    }
  }

  private static PhotoHeader of(Format format, Metadata metadata, ZoneId zone)
      throws MetadataException, MediaException {
    Directory size = metadata.getFirstDirectoryOfType(format.directory());
    if (size == null || !size.containsTag(format.widthTag())) {
      throw new MediaException("the photo is damaged: it does not say its size");
    }
    int width = size.getInt(format.widthTag());
    // The height of a BMP is negative where its first row is on top.
    int height = Math.abs(size.getInt(format.heightTag()));
    Instant takenAt = takenAt(metadata, zone);
    return sideways(metadata)
        ? new PhotoHeader(format.contentType(), height, width, takenAt)
        : new PhotoHeader(format.contentType(), width, height, takenAt);
  }

  private static boolean sideways(Metadata metadata) {
    Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return orientation != null && orientation >= FIRST_SIDEWAYS;
  }

  /** The photo's own offset from UTC is used where it says one. */
  private static Instant takenAt(Metadata metadata, ZoneId zone) {
    ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    return exif == null
        ? null
        : Optional.ofNullable(exif.getDateOriginal(TimeZone.getTimeZone(zone)))
            .map(Date::toInstant)
            .filter(taken -> !taken.isBefore(Instant.EPOCH))
            .orElse(null);
  }
}
