package io.sightings.ingest.http.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem. */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ProblemDetails problem;
  private final ProblemKind kind;

  public ProblemException(ProblemKind kind, String detail) {
    this(kind, detail, null);
  }

  /**
   * @param cause for the log; nothing of it is answered
   */
  public ProblemException(ProblemKind kind, String detail, @Nullable Throwable cause) {
    this(kind, ProblemDetails.of(kind, detail), cause);
  }

  private ProblemException(ProblemKind kind, ProblemDetails problem, @Nullable Throwable cause) {
    super(problem.detail(), cause);
    this.kind = kind;
    this.problem = problem;
  }

  /**
   * The same, and what became of the parts of the request.
   *
   * @param taken what Kafka has nevertheless
   * @param refused single parts
   */
  public ProblemException with(List<?> taken, List<ProblemDetails> refused) {
    return new ProblemException(kind, problem.with(taken, refused), this);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public ProblemKind kind() {
    return kind;
  }

  public ProblemDetails problem() {
    return problem;
  }
}
