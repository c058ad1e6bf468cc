package io.sightings.azure.client;

import com.azure.core.util.BinaryData;
import io.sightings.engine.FaceShot;
import java.util.Optional;

/** What the service takes as an image: sending anything else would only cost a call. */
public final class ImageSizeLimits {
  public static final int LEAST_BYTES = FaceShot.LEAST_BYTES;
  public static final int MOST_BYTES = FaceShot.MOST_BYTES;

  private ImageSizeLimits() {}

  static Optional<FaceException> fault(FaceOperation operation, BinaryData image) {
    Long length = image.getLength();
    if (length == null || (length >= LEAST_BYTES && length <= MOST_BYTES)) {
      return Optional.empty();
    }
    return Optional.of(
        new FaceException(
            operation,
            FaceErrorKind.IMAGE_SIZE,
            "The image has " + length + " bytes; the service takes 1 KB to 6 MB",
            null));
  }
}
