package io.sightings.ingest.http.upload;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.http.ProblemException;
import io.sightings.ingest.http.ProblemKind;
import io.sightings.ingest.media.MediaException;
import io.sightings.ingest.media.PhotoHeader;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.source.Epoch;
import java.io.IOException;
import java.time.Instant;

/** Makes frames of pictures that are sent, if they are any. Nothing is decoded. */
final class Picture {
  /** No reader of frames takes a longer side. */
  private static final int LONGEST_SIDE = 65_535;

  private final SourceInfo source;
  private final UploadBounds bounds;
  private final Instant stated;
  private final String key;

  /**
   * @param stated capture time of all pictures that do not state one of their own; may be null
   * @param key of the request (Idempotency-Key), or null
   */
  Picture(SourceInfo source, UploadBounds bounds, Instant stated, String key) {
    this.source = source;
    this.bounds = bounds;
    this.stated = stated;
    this.key = key;
  }

  /**
   * @throws ProblemException if it is no picture, or none that may be taken
   */
  Frame frame(Part part) throws ProblemException {
    PhotoHeader header = header(part);
    Instant own = StatedTime.of(part.headers(), bounds.window());
    Instant said = own == null ? stated : own;
    CaptureTime taken = captured(said, header);
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            source,
            epoch(said, part.bytes()),
            0,
            taken.at(),
            header.contentType(),
            header.width(),
            header.height(),
            ClientFileName.of(part.headers()),
            taken.clock(),
            null);
    return new Frame(info, part.bytes());
  }

  private PhotoHeader header(Part part) throws ProblemException {
    if (part.tooLarge()) {
      throw new ProblemException(
          ProblemKind.TOO_LARGE,
          "A picture may have %d bytes (image.maxBytes): make it smaller."
              .formatted(bounds.imageBytes()));
    }
    if (part.bytes().length == 0) {
      throw new ProblemException(ProblemKind.UNREADABLE, "The picture has no bytes.");
    }
    PhotoHeader header = read(part.bytes());
    long pixels = (long) header.width() * header.height();
    if (pixels > bounds.imagePixels() || Math.max(header.width(), header.height()) > LONGEST_SIDE) {
      throw new ProblemException(
          ProblemKind.TOO_MANY_PIXELS,
          "The picture has %d x %d pixels, image.maxPixels allows %d and no side more than %d."
              .formatted(header.width(), header.height(), bounds.imagePixels(), LONGEST_SIDE));
    }
    return header;
  }

  private PhotoHeader read(byte[] bytes) throws ProblemException {
    try {
      return PhotoHeader.read(bytes, bounds.zone());
    } catch (MediaException e) {
      ProblemKind kind = isPhoto(bytes) ? ProblemKind.UNREADABLE : ProblemKind.UNSUPPORTED;
      throw new ProblemException(kind, sentence(e.getMessage()), e);
    }
  }

  private static boolean isPhoto(byte[] bytes) {
    try {
      return PhotoHeader.isPhoto(bytes);
    } catch (IOException e) {
      // Too short for any mark of a format.
      return false;
    }
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private CaptureTime captured(Instant said, PhotoHeader header) throws ProblemException {
    if (said != null) {
      return new CaptureTime(said, CaptureClock.STATED);
    }
    if (header.takenAt() != null) {
      bounds.window().check("The time in the picture's EXIF data", header.takenAt());
      return new CaptureTime(header.takenAt(), CaptureClock.RECORDING);
    }
    return new CaptureTime(Instant.now(), CaptureClock.ARRIVAL);
  }

  /**
   * A picture sent again has the id it had: a client that did not hear the answer may repeat the
   * request. A key tells two requests with the same picture apart, and makes a picture the same
   * whatever time the repetition states. A key used for several pictures loses none of them.
   */
  private String epoch(Instant said, byte[] bytes) {
    Epoch epoch = new Epoch();
    return (key == null ? epoch.with("time").with(said) : epoch.with("key").with(key))
        .withBytes(bytes)
        .name();
  }
}
