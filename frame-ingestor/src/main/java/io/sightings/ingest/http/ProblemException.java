package io.sightings.ingest.http;

/** A request that is answered with a problem. */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final ProblemKind kind;

  public ProblemException(ProblemKind kind, String detail) {
    this(kind, detail, null);
  }

  /**
   * @param cause for the log; nothing of it is answered
   */
  public ProblemException(ProblemKind kind, String detail, Throwable cause) {
    super(detail, cause);
    this.kind = kind;
    this.problem = Problem.of(kind, detail);
  }

  public ProblemKind kind() {
    return kind;
  }

  public Problem problem() {
    return problem;
  }
}
