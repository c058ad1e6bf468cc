package io.sightings.engine.azure.call;

import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.client.FaceOperation;
import java.time.Duration;

/** Errors as the service would answer them. */
final class Answers {

  private Answers() {}

  static FaceException throttled(FaceOperation operation, Duration wait) {
    return new FaceException(operation, FaceFault.THROTTLED, "too much", 429, "429", wait, null);
  }
}
