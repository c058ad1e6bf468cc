package io.sightings.job.sighting;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Attributes;
import io.sightings.contract.SourceInfo;
import io.sightings.job.identify.LocalIdentification.Likeness;
import io.sightings.job.identify.remote.IdentifyResult;

/** What a service says to the questions about one source. */
record Said(SourceInfo source) {
  static final Attributes FRONTAL =
      new Attributes(0.0, 0.0, 1.0, "low", "goodExposure", "high", "noMask", "noGlasses", null);

  IdentifyResult isPerson(String question, String person, double confidence) {
    Likeness best = new Likeness(person, name(person), (float) confidence);
    return answer(question, InquiryOutcome.IDENTIFIED, null, best);
  }

  IdentifyResult isUnknown(String question) {
    return answer(question, InquiryOutcome.UNKNOWN, "The group does not know this person.", null);
  }

  IdentifyResult isAway(String question) {
    return answer(question, InquiryOutcome.AWAY, "The service does not answer.", null);
  }

  /** The question was not worth asking. */
  IdentifyResult nothing(String question) {
    return new IdentifyResult(question, source, null, null, null, null, null, 0, null, 0, null);
  }

  private IdentifyResult answer(
      String question, InquiryOutcome outcome, String reason, Likeness best) {
    return new IdentifyResult(
        question, source, outcome, reason, best, null, FRONTAL, 1.5, "azure", 0, "people@1");
  }

  private static String name(String person) {
    return Character.toUpperCase(person.charAt(0)) + person.substring(1);
  }
}
