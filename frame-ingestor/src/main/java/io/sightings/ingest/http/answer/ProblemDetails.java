package io.sightings.ingest.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type names the kind of problem for programs
 * @param title the same for people
 * @param status HTTP status
 * @param detail what is wrong here, and how to mend it; holds no credentials
 * @param instance path of the request; null within a list
 * @param part which part of a multipart body it is about, from 1
 * @param frames what Kafka has of this request nevertheless
 * @param problems of single parts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    @Nullable Integer part,
    @Nullable List<?> frames,
    @Nullable List<ProblemDetails> problems) {

  public static ProblemDetails of(ProblemKind kind, String detail) {
    return new ProblemDetails(
        kind.type(), kind.title(), kind.status(), detail, null, null, null, null);
  }

  public ProblemDetails at(@Nullable String path) {
    return new ProblemDetails(type, title, status, detail, path, part, frames, problems);
  }

  public ProblemDetails ofPart(int number) {
    return new ProblemDetails(type, title, status, detail, instance, number, frames, problems);
  }

  /** What became of the parts; empty lists are left out. */
  public ProblemDetails with(List<?> taken, List<ProblemDetails> refused) {
    return new ProblemDetails(
        type,
        title,
        status,
        detail,
        instance,
        part,
        taken.isEmpty() ? null : taken,
        refused.isEmpty() ? null : refused);
  }
}
