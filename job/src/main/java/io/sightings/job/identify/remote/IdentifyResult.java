package io.sightings.job.identify.remote;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Attributes;
import io.sightings.contract.SourceInfo;
import io.sightings.job.identify.LocalIdentification.Likeness;
import io.sightings.job.track.IdentifyRequest;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question. Every question has exactly one.
 *
 * @param question its id
 * @param source where the face was seen
 * @param outcome null where the question was not worth asking
 * @param reason why there is no name, as a sentence; null with one, or where nothing was asked
 * @param best the likeliest person, by the service's confidence; null if there is none
 * @param runnerUp the likeliest other person; null if there is none
 * @param attributes what the service says about the face; null where it says nothing
 * @param paidCalls what the question cost
 * @param model the service's
 * @param threshold the confidence that was asked for; 0 where the service applies its own
 * @param peopleVersion the people the service knew; empty if that is not known
 */
public record IdentifyResult(
    String question,
    SourceInfo source,
    InquiryOutcome outcome,
    @Nullable String reason,
    Likeness best,
    @Nullable Likeness runnerUp,
    @Nullable Attributes attributes,
    double paidCalls,
    @Nullable String model,
    float threshold,
    @Nullable String peopleVersion) {

  /** Nothing was asked. */
  static IdentifyResult none(IdentifyRequest question) {
    return without(question, null, null);
  }

  /** Nothing came of it. */
  static IdentifyResult without(
      IdentifyRequest question, InquiryOutcome outcome, @Nullable String reason) {
    return new IdentifyResult(
        question.id(), question.source(), outcome, reason, null, null, null, 0, null, 0, null);
  }

  /** Whether the service was asked at all. */
  public boolean wasAsked() {
    return outcome != null;
  }

  /** Whether the service said who it is, or that it does not know them. */
  public boolean judged() {
    return wasAsked() && outcome.judged();
  }
}
