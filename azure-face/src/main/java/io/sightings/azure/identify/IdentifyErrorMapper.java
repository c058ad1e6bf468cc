package io.sightings.azure.identify;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceAvailability;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Attributes;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What was thrown as an answer. */
final class IdentifyErrorMapper {

  private IdentifyErrorMapper() {}

  /**
   * @param paid besides what the failure says of itself
   */
  static AzureIdentifyResult answer(
      Throwable failure, @Nullable Attributes attributes, double paid, FaceResource resource) {
    Throwable cause = cause(failure);
    if (!(cause instanceof FaceException e)) {
      String text = "The question failed (" + cause + ").";
      return AzureIdentifyResult.without(
          InquiryOutcome.FAILED, text, attributes, paid, resource.name());
    }
    return AzureIdentifyResult.without(
        outcome(e.fault(), resource.availability()),
        e.getMessage(),
        attributes,
        paid + paid(failure),
        resource.name());
  }

  /** Whether the service has forgotten the face: detecting it again may help. */
  static boolean forgotten(Throwable failure) {
    return cause(failure) instanceof FaceException e && e.fault() == FaceErrorKind.NO_FACE_ID;
  }

  /** What a failure has cost, as far as it says so itself. */
  static double paid(Throwable failure) {
    double paid = 0;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      paid += each instanceof PaidCallException e ? e.paid() : 0;
    }
    return paid;
  }

  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof PaidCallException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** A resource that is left alone because it refuses everything is not just away. */
  private static InquiryOutcome outcome(FaceErrorKind fault, ResourceAvailability now) {
    FaceErrorKind reason = now.reason();
    return OutcomeRules.of(fault == FaceErrorKind.AWAY && reason != null ? reason : fault);
  }
}
