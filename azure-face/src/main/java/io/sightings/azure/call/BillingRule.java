package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;

/**
 * Which failed calls are charged for. Microsoft charges for what its service has done; of a lost
 * answer this is unknown, so it counts as charged.
 */
final class BillingRule {

  private BillingRule() {}

  static boolean apply(FaceErrorKind fault) {
    return switch (fault) {
      case UNREACHABLE,
          WRONG_ENDPOINT,
          WRONG_KEY,
          WRONG_TOKEN,
          NOT_APPROVED,
          OUT_OF_QUOTA,
          FORBIDDEN,
          THROTTLED,
          UNAVAILABLE ->
          false;
      default -> true;
    };
  }
}
