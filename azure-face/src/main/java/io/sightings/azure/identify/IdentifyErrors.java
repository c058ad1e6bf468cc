package io.sightings.azure.identify;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceAvailability;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceFault;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Attributes;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What was thrown as an answer. */
final class IdentifyErrors {

  private IdentifyErrors() {}

  /**
   * @param paid besides what the failure says of itself
   */
  static AzureAnswer answer(
      Throwable failure, @Nullable Attributes attributes, double paid, FaceResource resource) {
    Throwable cause = cause(failure);
    if (!(cause instanceof FaceException e)) {
      String text = "The question failed (" + cause + ").";
      return AzureAnswer.without(InquiryOutcome.FAILED, text, attributes, paid, resource.name());
    }
    return AzureAnswer.without(
        outcome(e.fault(), resource.availability()),
        e.getMessage(),
        attributes,
        paid + paid(failure),
        resource.name());
  }

  /** Whether the service has forgotten the face: asking for it anew may help. */
  static boolean forgotten(Throwable failure) {
    return cause(failure) instanceof FaceException e && e.fault() == FaceFault.NO_FACE_ID;
  }

  /** What a failure has cost, as far as it says so itself. */
  static double paid(Throwable failure) {
    double paid = 0;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      paid += each instanceof PaidException e ? e.paid() : 0;
    }
    return paid;
  }

  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof PaidException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** A resource that is left alone because it refuses everything is not just away. */
  private static InquiryOutcome outcome(FaceFault fault, ResourceAvailability now) {
    return OutcomeRules.of(fault == FaceFault.AWAY && !now.available() ? now.reason() : fault);
  }
}
