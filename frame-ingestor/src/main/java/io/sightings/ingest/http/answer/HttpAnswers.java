package io.sightings.ingest.http.answer;

import io.sightings.contract.codec.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes answers. */
public final class HttpAnswers {
  /** The request attribute that holds the route, set once it is known. */
  public static final String ROUTE = "io.sightings.route";

  private static final int LONGEST_PATH = 200;

  private HttpAnswers() {}

  public static void json(
      Request request, Response response, Callback callback, int status, Object thing) {
    bytes(request, response, callback, status, "application/json", Json.write(thing));
  }

  public static void problem(
      Request request, Response response, Callback callback, ProblemException e) {
    problem(request, response, callback, e.kind(), e.problem());
  }

  public static void problem(
      Request request,
      Response response,
      Callback callback,
      ProblemKind kind,
      ProblemDetails problem) {
    if (kind == ProblemKind.NO_TOKEN) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"sightings\"");
    }
    if (kind.retrySeconds() > 0) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, kind.retrySeconds());
    }
    byte[] body = Json.write(problem.at(path(request)));
    bytes(request, response, callback, kind.status(), "application/problem+json", body);
  }

  public static void bytes(
      Request request,
      Response response,
      Callback callback,
      int status,
      String contentType,
      byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(body), LingeringClose.after(request, response, callback));
  }

  /** Without the query, which may hold a secret. */
  private static @Nullable String path(Request request) {
    String path = request.getHttpURI().getPath();
    if (path == null || request.getAttribute(ROUTE) == null) {
      // It never became a request; Jetty makes up an address then.
      return null;
    }
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
  }
}
