package io.sightings.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of asking an identification service whose a face is. */
public enum InquiryOutcome {
  /** Asked, not answered yet. */
  PENDING(Again.LATER),
  /** There are candidates. */
  IDENTIFIED(Again.BETTER_SHOT),
  /** The group does not know the person. */
  UNKNOWN(Again.BETTER_SHOT),
  /** Not requested: the face has too few pixels. */
  TOO_SMALL(Again.BETTER_SHOT),
  /** The service found no face where ours is. */
  NO_FACE(Again.BETTER_SHOT),
  /** The quality of the face is below what a request requires. */
  LOW_QUALITY(Again.BETTER_SHOT),
  /** The service refuses the picture. */
  BAD_IMAGE(Again.BETTER_SHOT),
  /** The rate limit left no call, or the service throttled it. */
  THROTTLED(Again.LATER),
  BUDGET_SPENT(Again.LATER),
  /** The service cannot be reached or did not answer in time. */
  AWAY(Again.LATER),
  /** Key, token or endpoint are wrong. */
  NOT_ALLOWED(Again.LATER),
  NO_GROUP(Again.LATER),
  NOT_TRAINED(Again.LATER),
  /** The group was made with another recognition model. */
  OTHER_MODEL(Again.LATER),
  /** The subscription is not approved for identification. */
  NOT_SUPPORTED(Again.LATER),
  /** Anything else. */
  FAILED(Again.LATER);

  /** When another request about the same person is useful. */
  public enum Again {
    /** With a better shot. */
    BETTER_SHOT,
    /** With the same one, some time later. */
    LATER
  }

  private final Again again;
  private final String label;

  InquiryOutcome(Again again) {
    this.again = again;
    this.label = label(name());
  }

  public Again again() {
    return again;
  }

  /** Whether the service has judged the face. */
  public boolean judged() {
    return this == IDENTIFIED || this == UNKNOWN;
  }

  /** As written in records, such as {@code lowQuality}. */
  @JsonValue
  public String label() {
    return label;
  }

  private static String label(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("_");
    for (int i = 1; i < words.length; i++) {
      words[i] = Character.toUpperCase(words[i].charAt(0)) + words[i].substring(1);
    }
    return String.join("", words);
  }
}
