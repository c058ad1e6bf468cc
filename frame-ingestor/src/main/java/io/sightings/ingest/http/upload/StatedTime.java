package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The capture time a client states. */
final class StatedTime {
  static final String PARAMETER = "capturedAt";
  static final String HEADER = "X-Captured-At";

  private static final String ALLOWED = "a time with a zone, such as 2026-11-21T09:30:00+01:00";
  private static final int SHOWN = 40;

  private StatedTime() {}

  /**
   * What the address or the headers of a request say.
   *
   * @throws ProblemException if that is no time, one outside the window, or two different ones
   */
  static @Nullable Instant of(Request request, CaptureWindow window) throws ProblemException {
    Instant header = of(request.getHeaders(), window);
    String text = parameter(request);
    if (text == null) {
      return header;
    }
    // A + in a query is a space, and who writes a time by hand forgets it.
    Instant parameter = parse(text.replace(' ', '+'), window);
    if (header != null && !header.equals(parameter)) {
      throw bad("The address and the header " + HEADER + " state two different times.", null);
    }
    return parameter;
  }

  /** What headers say. */
  static @Nullable Instant of(HttpFields headers, CaptureWindow window) throws ProblemException {
    String text = headers.get(HEADER);
    return text == null ? null : parse(text, window);
  }

  private static @Nullable String parameter(Request request) throws ProblemException {
    try {
      Fields.Field found = Request.extractQueryParameters(request).get(PARAMETER);
      return found == null ? null : found.getValue();
    } catch (RuntimeException e) {
      // What Jetty throws for a query that cannot be decoded depends on how it cannot.
      throw bad("The query of the address cannot be decoded.", e);
    }
  }

  private static Instant parse(String text, CaptureWindow window) throws ProblemException {
    Instant time;
    try {
      time = OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeParseException e) {
      String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
      throw bad("\"" + shown + "\" is not " + ALLOWED + ".", e);
    }
    window.check("The time", time);
    return time;
  }

  private static ProblemException bad(String detail, @Nullable Exception cause) {
    return new ProblemException(ProblemKind.BAD_CAPTURE_TIME, detail, cause);
  }
}
