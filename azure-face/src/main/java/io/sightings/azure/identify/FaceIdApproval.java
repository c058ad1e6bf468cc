package io.sightings.azure.identify;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the service gives face ids, which Microsoft has to approve of. */
final class FaceIdApproval {
  private static final Logger LOG = LoggerFactory.getLogger(FaceIdApproval.class);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final InstantSource clock;
  private @Nullable Instant missingUntil;

  FaceIdApproval(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean worthATry() {
    return missingUntil == null || !clock.instant().isBefore(missingUntil);
  }

  static boolean missing(@Nullable Throwable failure) {
    return failure != null
        && IdentifyErrorMapper.cause(failure) instanceof FaceException e
        && e.fault() == FaceErrorKind.NOT_APPROVED;
  }

  /**
   * Updates the approval of a resource from the outcome of a detection, and logs each change once.
   *
   * @param ids whether the detection asked for face ids
   */
  synchronized void update(String resource, boolean ids, @Nullable Throwable failure) {
    if (failure != null && missing(failure)) {
      boolean news = missingUntil == null;
      missingUntil = clock.instant().plus(LOOK_AGAIN);
      if (news) {
        LOG.warn(
            "{} finds faces from now on, but names nobody: {}",
            resource,
            IdentifyErrorMapper.cause(failure).getMessage());
      }
    } else if (ids && failure == null && missingUntil != null) {
      missingUntil = null;
      LOG.info("{} gives face ids again.", resource);
    }
  }
}
