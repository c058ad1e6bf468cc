package io.sightings.job.sighting;

import io.sightings.contract.Sighting.Attributes;
import io.sightings.contract.SourceInfo;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.job.ask.Answer;
import io.sightings.job.identify.Identification.Likeness;

/** What a service says to the questions about one source. */
record Said(SourceInfo source) {
  static final Attributes FRONTAL =
      new Attributes(0.0, 0.0, 1.0, "low", "goodExposure", "high", "noMask", "noGlasses", null);

  Answer isPerson(String question, String person, double confidence) {
    Likeness best = new Likeness(person, name(person), (float) confidence);
    return answer(question, Outcome.IDENTIFIED, null, best);
  }

  Answer isUnknown(String question) {
    return answer(question, Outcome.UNKNOWN, "The group does not know this person.", null);
  }

  Answer isAway(String question) {
    return answer(question, Outcome.AWAY, "The service does not answer.", null);
  }

  /** The question was not worth asking. */
  Answer nothing(String question) {
    return new Answer(question, source, null, null, null, null, null, 0, null, 0, null);
  }

  private Answer answer(String question, Outcome outcome, String reason, Likeness best) {
    return new Answer(
        question, source, outcome, reason, best, null, FRONTAL, 1.5, "azure", 0, "people@1");
  }

  private static String name(String person) {
    return Character.toUpperCase(person.charAt(0)) + person.substring(1);
  }
}
