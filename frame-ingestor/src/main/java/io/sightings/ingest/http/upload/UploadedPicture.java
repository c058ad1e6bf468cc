package io.sightings.ingest.http.upload;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.image.ExifData;
import io.sightings.contract.image.ImageChecker;
import io.sightings.contract.image.ImageHeader;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.source.EpochName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes frames of pictures that are sent, if they are any. Nothing is decoded. */
final class UploadedPicture {
  private final SourceInfo source;
  private final UploadBounds bounds;
  private final @Nullable Instant stated;
  private final @Nullable String key;

  /**
   * @param stated capture time of all pictures that do not state one of their own
   * @param key of the request (Idempotency-Key)
   */
  UploadedPicture(
      SourceInfo source, UploadBounds bounds, @Nullable Instant stated, @Nullable String key) {
    this.source = source;
    this.bounds = bounds;
    this.stated = stated;
    this.key = key;
  }

  /**
   * @throws ProblemException if it is no picture, or none that may be taken
   */
  Frame frame(ImagePart part) throws ProblemException {
    ImageHeader header = header(part);
    Instant own = StatedTime.of(part.headers(), bounds.window());
    Instant said = own == null ? stated : own;
    CaptureTime taken = captured(said, header.exif());
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            source,
            epoch(said, part.bytes()),
            0,
            taken.at(),
            header.format().contentType(),
            header.uprightWidth(),
            header.uprightHeight(),
            ClientFileName.of(part.headers()),
            taken.clock(),
            null);
    return new Frame(info, part.bytes());
  }

  private ImageHeader header(ImagePart part) throws ProblemException {
    if (part.tooLarge()) {
      throw new ProblemException(
          ProblemKind.TOO_LARGE,
          "A picture may have %d bytes (image.maxBytes): make it smaller."
              .formatted(bounds.imageBytes()));
    }
    try {
      return new ImageChecker(bounds.image()).check(part.bytes());
    } catch (UnreadableImageException e) {
      throw new ProblemException(kind(e.reason()), String.valueOf(e.getMessage()), e);
    }
  }

  private static ProblemKind kind(UnreadableImageException.Reason reason) {
    return switch (reason) {
      case TOO_MANY_BYTES -> ProblemKind.TOO_LARGE;
      case TOO_MANY_PIXELS -> ProblemKind.TOO_MANY_PIXELS;
      case TOO_COSTLY -> ProblemKind.TOO_COSTLY;
      case NOT_AN_IMAGE, UNSUPPORTED -> ProblemKind.UNSUPPORTED;
      case EMPTY, TRUNCATED, CORRUPT -> ProblemKind.UNREADABLE;
    };
  }

  private CaptureTime captured(@Nullable Instant said, ExifData exif) throws ProblemException {
    if (said != null) {
      return new CaptureTime(said, CaptureClock.STATED);
    }
    Optional<Instant> taken = exif.takenAt(bounds.zone());
    if (taken.isPresent()) {
      bounds.window().check("The time in the picture's EXIF data", taken.get());
      return new CaptureTime(taken.get(), CaptureClock.RECORDING);
    }
    return new CaptureTime(Instant.now(), CaptureClock.ARRIVAL);
  }

  /**
   * A picture sent again has the id it had: a client that did not hear the answer may repeat the
   * request. A key tells two requests with the same picture apart, and makes a picture the same for
   * any time that the repetition states. A key used for several pictures loses none of them.
   */
  private String epoch(@Nullable Instant said, byte[] bytes) {
    EpochName epoch = new EpochName();
    return (key == null ? epoch.with("time").with(said) : epoch.with("key").with(key))
        .withBytes(bytes)
        .name();
  }
}
