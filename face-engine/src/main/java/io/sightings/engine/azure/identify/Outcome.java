package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.client.FaceFault;

/** What became of a question about a face. */
public enum Outcome {
  /** There are candidates. */
  IDENTIFIED(Again.BETTER_SHOT),
  /** The group does not know the person. */
  UNKNOWN(Again.BETTER_SHOT),
  /** Not asked: the face has too few pixels. */
  TOO_SMALL(Again.BETTER_SHOT),
  /** The service found no face where ours is. */
  NO_FACE(Again.BETTER_SHOT),
  /** The service thinks too little of the face to be asked whose it is. */
  LOW_QUALITY(Again.BETTER_SHOT),
  /** The service does not take the picture. */
  BAD_IMAGE(Again.BETTER_SHOT),
  /** There was no turn within the budget, or the service had too much to do. */
  THROTTLED(Again.LATER),
  BUDGET_SPENT(Again.LATER),
  /** The service is away, or did not answer. */
  AWAY(Again.LATER),
  /** Key, token or endpoint are wrong. */
  NOT_ALLOWED(Again.LATER),
  NO_GROUP(Again.LATER),
  NOT_TRAINED(Again.LATER),
  /** The group was made with another recognition model. */
  OTHER_MODEL(Again.LATER),
  /** Microsoft has not approved identification for this subscription. */
  NOT_SUPPORTED(Again.LATER),
  /** Anything else. */
  FAILED(Again.LATER);

  /** When it is worth asking about the same person again. */
  public enum Again {
    /** With a better shot. */
    BETTER_SHOT,
    /** With the same one, some time later. */
    LATER
  }

  private final Again again;

  Outcome(Again again) {
    this.again = again;
  }

  public Again again() {
    return again;
  }

  /** Whether the service has judged the face. */
  public boolean judged() {
    return this == IDENTIFIED || this == UNKNOWN;
  }

  /** Whether all questions to the resource will end like this until somebody mends it. */
  boolean lasting() {
    return switch (this) {
      case NO_GROUP, NOT_TRAINED, OTHER_MODEL, NOT_SUPPORTED -> true;
      default -> false;
    };
  }

  /** Whether another resource may do better. */
  boolean elsewhere() {
    return lasting()
        || switch (this) {
          case THROTTLED, BUDGET_SPENT, AWAY, NOT_ALLOWED -> true;
          default -> false;
        };
  }

  static Outcome of(FaceFault fault) {
    return switch (fault) {
      case UNREACHABLE, LOST, UNREADABLE, UNAVAILABLE, AWAY, CLOSED -> AWAY;
      case WRONG_ENDPOINT, WRONG_KEY, WRONG_TOKEN, FORBIDDEN -> NOT_ALLOWED;
      case THROTTLED, CROWDED, BUSY, NO_FACE_ID -> THROTTLED;
      case BUDGET_SPENT, OUT_OF_QUOTA -> BUDGET_SPENT;
      case NOT_APPROVED -> NOT_SUPPORTED;
      case NO_GROUP -> NO_GROUP;
      case NOT_TRAINED -> NOT_TRAINED;
      case OTHER_MODEL -> OTHER_MODEL;
      case BAD_IMAGE, IMAGE_SIZE -> BAD_IMAGE;
      case NO_FACE_FOUND, SEVERAL_FACES -> NO_FACE;
      case GROUP_EXISTS, NO_PERSON, TOO_MANY_FACES, REFUSED, UNEXPECTED -> FAILED;
    };
  }
}
