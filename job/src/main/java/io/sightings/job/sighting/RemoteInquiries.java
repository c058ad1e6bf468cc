package io.sightings.job.sighting;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Inquiry;
import io.sightings.job.identify.remote.IdentifyResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service was asked about a visitor.
 *
 * @param open questions without an answer
 * @param outcome of the last question that was answered; a later failure does not replace what the
 *     service once said. Null before the first
 * @param reason why there is no name; null with one
 * @param questions asked so far, those without an answer not counted
 * @param paidCalls what they cost
 * @param over the run at whose end the visit was over, while it waits for answers; null before
 */
public record RemoteInquiries(
    List<PendingInquiry> open,
    @Nullable InquiryOutcome outcome,
    @Nullable String reason,
    int questions,
    double paidCalls,
    String over) {
  static final RemoteInquiries NONE = new RemoteInquiries(List.of(), null, null, 0, 0, null);

  RemoteInquiries asking(List<PendingInquiry> more) {
    return more.isEmpty()
        ? this
        : new RemoteInquiries(
            SmallLists.union(open, more), outcome, reason, questions, paidCalls, over);
  }

  RemoteInquiries answered(IdentifyResult answer) {
    List<PendingInquiry> rest =
        open.stream().filter(question -> !question.id().equals(answer.question())).toList();
    if (!answer.wasAsked()) {
      return new RemoteInquiries(rest, outcome, reason, questions, paidCalls, over);
    }
    boolean tells = answer.judged() || outcome == null || !outcome.judged();
    return new RemoteInquiries(
        rest,
        tells ? answer.outcome() : outcome,
        tells ? answer.reason() : reason,
        questions + 1,
        paidCalls + answer.paidCalls(),
        over);
  }

  /** Requests about a track that turned out to belong to another person. */
  List<PendingInquiry> about(String track) {
    return open.stream().filter(question -> question.track().equals(track)).toList();
  }

  RemoteInquiries without(List<PendingInquiry> others) {
    List<PendingInquiry> rest = new ArrayList<>(open);
    rest.removeAll(others);
    return new RemoteInquiries(List.copyOf(rest), outcome, reason, questions, paidCalls, over);
  }

  RemoteInquiries over(String epoch) {
    return new RemoteInquiries(open, outcome, reason, questions, paidCalls, epoch);
  }

  RemoteInquiries and(RemoteInquiries other) {
    boolean tells = outcome == null || (!outcome.judged() && other.outcome != null);
    return new RemoteInquiries(
        SmallLists.union(open, other.open),
        tells ? other.outcome : outcome,
        tells ? other.reason : reason,
        questions + other.questions,
        paidCalls + other.paidCalls,
        over);
  }

  /** The question of this id; null if there is none. */
  @Nullable PendingInquiry question(String id) {
    return open.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  boolean areOpen() {
    return !open.isEmpty();
  }

  /** Whether the first answer is still to come: who it is will be known in a moment. */
  boolean awaitTheFirst() {
    return outcome == null && areOpen();
  }

  /** For the world; null where nothing was ever asked. */
  @Nullable Inquiry told() {
    if (outcome == null && !areOpen()) {
      return null;
    }
    return new Inquiry(
        outcome == null ? InquiryOutcome.PENDING : outcome, reason, questions, paidCalls);
  }
}
