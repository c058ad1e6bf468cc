package io.sightings.emulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** Something that goes wrong with one call. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CallFault.Refuse.class, name = "refuse"),
  @JsonSubTypes.Type(value = CallFault.Drop.class, name = "drop"),
  @JsonSubTypes.Type(value = CallFault.Slow.class, name = "slow"),
  @JsonSubTypes.Type(value = CallFault.Hang.class, name = "hang"),
  @JsonSubTypes.Type(value = CallFault.Warn.class, name = "warn"),
  @JsonSubTypes.Type(value = CallFault.FailTraining.class, name = "failTraining")
})
public sealed interface CallFault {

  /** Relative to what the call is for: creating a person, say. */
  enum Moment {
    /** Nothing was done. */
    BEFORE_WORK,
    /** It was done, and the caller does not learn of it. */
    AFTER_WORK,
    /** It was done, and half of the answer was sent. */
    IN_ANSWER
  }

  /** How a connection ends. */
  enum Ending {
    /** RST: "connection reset by peer". */
    RESET,
    /** FIN: "end of stream". */
    CLOSE
  }

  /**
   * Answers with an error.
   *
   * @param status of HTTP
   * @param code of the error
   * @param message of the error
   * @param retryAfter seconds of a Retry-After header; 0 for none
   * @param moment not in the answer
   */
  record Refuse(int status, String code, String message, int retryAfter, Moment moment)
      implements CallFault {
    public Refuse {
      moment = moment == null ? Moment.BEFORE_WORK : moment;
      if (status < 300 || moment == Moment.IN_ANSWER) {
        throw new IllegalArgumentException(
            "A refusal has a status of 300 or more and comes before or after the work; this has "
                + status
                + ", "
                + moment
                + ".");
      }
    }
  }

  /** Ends the connection. */
  record Drop(Moment moment, Ending ending) implements CallFault {}

  /** Answers rightly, but later by this. */
  record Slow(Duration by) implements CallFault {}

  /**
   * Never answers; the connection stays until the caller, or this service, closes it.
   *
   * @param moment not in the answer
   */
  record Hang(Moment moment) implements CallFault {}

  /** Answers rightly, with the status 299. */
  record Warn() implements CallFault {}

  /** The training asked for will fail. */
  record FailTraining(String message) implements CallFault {}

  /** 429 as the service sends it: with the seconds in the text, and in a header if wanted. */
  static CallFault throttled(int seconds, boolean sayInHeader) {
    return new Refuse(
        429,
        "429",
        "Requests to the Face Operation under Face API - v1.2 have exceeded rate limit of your"
            + " current Face S0 pricing tier. Please retry after "
            + seconds
            + (seconds == 1 ? " second." : " seconds."),
        sayInHeader ? seconds : 0,
        Moment.BEFORE_WORK);
  }

  /** 429 that does not say how long to wait. */
  static CallFault throttled() {
    return new Refuse(429, "429", "Rate limit is exceeded.", 0, Moment.BEFORE_WORK);
  }

  /** 503. */
  static CallFault unavailable() {
    return new Refuse(
        503, "ServiceUnavailable", "The service is unavailable.", 0, Moment.BEFORE_WORK);
  }

  /** 500. */
  static CallFault failure(Moment moment) {
    return new Refuse(500, "InternalServerError", "Internal server error.", 0, moment);
  }

  /** 401 of a token that has expired. */
  static CallFault expiredToken() {
    return new Refuse(
        401,
        "401",
        "Unauthorized. Access token is missing, invalid, audience is incorrect"
            + " (https://cognitiveservices.azure.com), or have expired.",
        0,
        Moment.BEFORE_WORK);
  }

  /** 409 of two changes at once. */
  static CallFault conflict() {
    return new Refuse(
        409,
        "ConcurrentOperationConflict",
        "There is a conflict operation on resource 'largepersongroup', please try later.",
        0,
        Moment.BEFORE_WORK);
  }
}
