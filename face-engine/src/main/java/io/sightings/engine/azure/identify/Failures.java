package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.models.FaceAttributes;
import java.util.concurrent.CompletionException;

/** What was thrown as an answer. */
final class Failures {

  private Failures() {}

  /**
   * @param paid besides what the failure says of itself
   */
  static AzureAnswer answer(
      Throwable failure, FaceAttributes attributes, double paid, String resource) {
    double cost = paid;
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof IdentifyBatch.PaidException)
        && cause.getCause() != null) {
      cost += cause instanceof IdentifyBatch.PaidException e ? e.paid() : 0;
      cause = cause.getCause();
    }
    Outcome outcome = cause instanceof FaceException e ? Outcome.of(e.fault()) : Outcome.FAILED;
    String text =
        cause instanceof FaceException
            ? cause.getMessage()
            : "The question failed (" + cause + ").";
    return AzureAnswer.without(outcome, text, attributes, cost, resource);
  }
}
