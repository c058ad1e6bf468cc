package io.sightings.azure.call;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceOperation;
import java.util.concurrent.Executor;

/**
 * Ends calls that are not sent, each with its reason.
 *
 * @param resource its name
 * @param answers what follows a refusal is done there
 */
record CallRejector(String resource, Executor answers) {

  void crowded(PendingCall ticket, int waiting) {
    refuse(
        ticket, FaceErrorKind.CROWDED, waiting + " calls of " + resource + " are waiting already");
  }

  /** Its patience has ended, for want of a turn or of a resource that answers. */
  void late(PendingCall ticket, ResourceAvailability now) {
    if (now.available()) {
      String waited = ticket.options.patience().toSeconds() + " s";
      refuse(ticket, FaceErrorKind.CROWDED, "it had no turn at " + resource + " within " + waited);
    } else {
      away(ticket, now);
    }
  }

  void away(PendingCall ticket, ResourceAvailability now) {
    String what = resource + " is left alone since " + now.since() + " (" + now.text() + ")";
    refuse(ticket, FaceErrorKind.AWAY, what);
  }

  void daySpent(PendingCall ticket, long perDay) {
    String what = "the day's " + perDay + " calls of " + resource + " are spent";
    refuse(ticket, FaceErrorKind.BUDGET_SPENT, what);
  }

  void closed(PendingCall ticket) {
    refuse(ticket, FaceErrorKind.CLOSED, "the client of " + resource + " is closed");
  }

  private void refuse(PendingCall ticket, FaceErrorKind fault, String what) {
    FaceOperation operation = ticket.request.operation();
    FaceException refusal =
        new FaceException(operation, fault, operation.words() + " was not sent: " + what, null);
    answers.execute(() -> ticket.answer.completeExceptionally(refusal));
  }
}
