package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceOperation;
import org.jspecify.annotations.Nullable;

/** What is worth asking again, and what that says about the resource. */
final class RetryRule {

  private RetryRule() {}

  /**
   * Whether the same call may succeed later. What may have been done already and must not be done
   * twice is for its caller to look into.
   */
  static boolean again(FaceErrorKind fault, FaceOperation operation) {
    return switch (fault) {
      // Certainly not done.
      case UNREACHABLE, THROTTLED, BUSY -> true;
      // Perhaps done.
      case LOST, UNREADABLE, UNAVAILABLE -> operation.repeatable();
      default -> false;
    };
  }

  /**
   * Whether a failed call is charged for. Microsoft charges for what its service has done; of a
   * lost answer this is unknown, so it counts as charged.
   */
  static boolean isPaid(FaceErrorKind fault) {
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

  /** What a fault says about the resource. */
  static Health health(@Nullable FaceErrorKind fault) {
    if (fault == null) {
      return Health.WELL;
    }
    return switch (fault) {
      case UNREACHABLE, LOST, UNREADABLE, UNAVAILABLE -> Health.FAILING;
      // Every other request will be refused, too.
      case WRONG_ENDPOINT, WRONG_KEY, WRONG_TOKEN, OUT_OF_QUOTA, FORBIDDEN -> Health.CLOSED;
      default -> Health.WELL;
    };
  }

  /** The state of a resource, by one answer. */
  enum Health {
    WELL,
    /** Several in a row and it is left alone. */
    FAILING,
    /** It is left alone at once. */
    CLOSED
  }
}
