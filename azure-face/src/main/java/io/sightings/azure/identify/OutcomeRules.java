package io.sightings.azure.identify;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.contract.InquiryOutcome;

/** What an outcome means for further requests, and which outcome a fault of the service has. */
final class OutcomeRules {

  private OutcomeRules() {}

  /** Whether every request to the resource ends like this until its configuration changes. */
  static boolean isLasting(InquiryOutcome outcome) {
    return switch (outcome) {
      case NO_GROUP, NOT_TRAINED, OTHER_MODEL, NOT_SUPPORTED -> true;
      default -> false;
    };
  }

  /** Whether another resource may succeed. */
  static boolean mayWorkElsewhere(InquiryOutcome outcome) {
    return isLasting(outcome)
        || switch (outcome) {
          case THROTTLED, BUDGET_SPENT, AWAY, NOT_ALLOWED -> true;
          default -> false;
        };
  }

  static InquiryOutcome of(FaceErrorKind fault) {
    return switch (fault) {
      case UNREACHABLE, LOST, UNREADABLE, UNAVAILABLE, AWAY, CLOSED -> InquiryOutcome.AWAY;
      case WRONG_ENDPOINT, WRONG_KEY, WRONG_TOKEN, FORBIDDEN -> InquiryOutcome.NOT_ALLOWED;
      case THROTTLED, CROWDED, BUSY, NO_FACE_ID -> InquiryOutcome.THROTTLED;
      case BUDGET_SPENT, OUT_OF_QUOTA -> InquiryOutcome.BUDGET_SPENT;
      case NOT_APPROVED -> InquiryOutcome.NOT_SUPPORTED;
      case NO_GROUP -> InquiryOutcome.NO_GROUP;
      case NOT_TRAINED -> InquiryOutcome.NOT_TRAINED;
      case OTHER_MODEL -> InquiryOutcome.OTHER_MODEL;
      case BAD_IMAGE, IMAGE_SIZE -> InquiryOutcome.BAD_IMAGE;
      case NO_FACE_FOUND, SEVERAL_FACES -> InquiryOutcome.NO_FACE;
      case GROUP_EXISTS, NO_PERSON, TOO_MANY_FACES, REFUSED, UNEXPECTED -> InquiryOutcome.FAILED;
    };
  }
}
