package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a picture's EXIF data. Damaged data count as missing ones: the picture itself is
 * none the worse for them.
 *
 * @param orientation 1 to 8; 1 where the data do not say it
 * @param time when the picture was taken, by the camera's clock; null where the data do not say it
 * @param offset of that clock from UTC; null where the data do not say it
 */
public record ExifData(int orientation, @Nullable LocalDateTime time, @Nullable ZoneOffset offset) {
  static final ExifData NONE = new ExifData(1, null, null);

  /** From this orientation on, the sides are swapped. */
  private static final int FIRST_SIDEWAYS = 5;

  private static final int LAST_SIDEWAYS = 8;

  /** A time outside of these comes from a clock that was never set. */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  public ExifData {
    orientation = orientation < 1 || orientation > LAST_SIDEWAYS ? 1 : orientation;
  }

  /**
   * @param block a TIFF structure, with or without the preamble of JPEG; may be empty
   */
  static ExifData read(ByteBuffer block) {
    if (!block.hasRemaining()) {
      return NONE;
    }
    ExifReader reader;
    int orientation;
    try {
      reader = new ExifReader(block);
      orientation = reader.orientation();
    } catch (IndexOutOfBoundsException e) {
      return NONE;
    }
    try {
      return new ExifData(orientation, reader.time(), reader.offset());
    } catch (IndexOutOfBoundsException | DateTimeException e) {
      return new ExifData(orientation, null, null);
    }
  }

  /** Whether the upright picture has the sides of the stored one exchanged. */
  public boolean swapsSides() {
    return orientation >= FIRST_SIDEWAYS;
  }

  /**
   * @param zone of clocks that do not say theirs
   */
  public Optional<Instant> takenAt(ZoneId zone) {
    return Optional.ofNullable(time)
        .map(local -> local.atZone(offset == null ? zone : offset).toInstant())
        .filter(taken -> !taken.isBefore(EARLIEST) && taken.isBefore(LATEST));
  }
}
