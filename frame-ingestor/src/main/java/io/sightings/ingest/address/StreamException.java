package io.sightings.ingest.address;

import java.time.Duration;

/** Why a stream could not be opened, or ended. The text holds no credentials. */
public final class StreamException extends MediaException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for those who must decide what to do about it. */
  public enum Problem {
    /** The host is unknown, or nothing listens at the port. */
    UNREACHABLE(false),
    /** It said nothing for too long. */
    TIMEOUT(false),
    /** User name or password are missing or wrong. */
    LOGIN_REFUSED(true),
    /** The certificate of its server cannot be trusted. It may be another one next time. */
    UNTRUSTED(false),
    /** The host is there, the stream is not. */
    NOT_FOUND(false),
    /** The host answers that it cannot serve the stream now. */
    SERVER_ERROR(false),
    /** It was ended properly by the other side. */
    ENDED(false),
    /** The connection broke. */
    RESET(false),
    /** There is nothing to see, only sound or data. */
    NO_VIDEO(true),
    /** A protocol, format, codec or option that FFmpeg does not know here. */
    UNSUPPORTED(true),
    /** Pictures are larger than image.maxPixels. */
    TOO_LARGE(true),
    /** What arrives is no video, or a damaged one. */
    BROKEN(false),
    /** The ingestor ended while it was read, and leaves it out for now. */
    QUARANTINED(false),
    /** The ingestor ended while something else was read, and reads that alone for some seconds. */
    DEFERRED(false),
    /** The ingestor itself wanted no more. */
    CANCELLED(false);

    private final boolean lasting;

    Problem(boolean lasting) {
      this.lasting = lasting;
    }
  }

  private final Problem problem;

  public StreamException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  /** Whether trying again is pointless until settings change, here or at the camera. */
  public boolean lasting() {
    return problem.lasting;
  }

  /** A time as a message names it. */
  public static String inWords(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
