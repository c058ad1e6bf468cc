package io.sightings.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.ingest.http.answer.HttpAnswers;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What each server says of its endpoints, for people. */
final class IndexPages {
  private static final String STATUS =
      """
      Sightings: frame ingestor, status

      GET /health    what each source is doing
      GET /ready     200 if pictures can be taken now, else 503
      GET /metrics   the same for Prometheus
      """;

  private static final String UPLOADS =
      """
      Sightings: frame ingestor, uploads

      POST /v1/sources/{id}/images   a picture, or several as multipart/form-data
      POST /v1/sources/{id}/videos   a video

      Uploads need the header Authorization: Bearer TOKEN and a source declared with upload: true.
      The parameter ?capturedAt= or the header X-Captured-At states the capture time (ISO-8601 with a zone).
      /health, /ready and /metrics are at port %d.
      """;

  private IndexPages() {}

  static void status(Request request, Response response, Callback callback, @Nullable String none) {
    text(request, response, callback, STATUS);
  }

  static HttpRouter.Endpoint uploads(int statusPort) {
    String text = UPLOADS.formatted(statusPort);
    return (request, response, callback, none) -> text(request, response, callback, text);
  }

  private static void text(Request request, Response response, Callback callback, String text) {
    HttpAnswers.bytes(
        request, response, callback, 200, "text/plain; charset=utf-8", text.getBytes(UTF_8));
  }
}
