package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceOperation;
import java.time.Duration;

/** Errors as the service would answer them. */
final class ServiceErrors {

  private ServiceErrors() {}

  static FaceException throttled(FaceOperation operation, Duration wait) {
    return new FaceException(
        operation, FaceErrorKind.THROTTLED, "too much", 429, "429", wait, null);
  }
}
