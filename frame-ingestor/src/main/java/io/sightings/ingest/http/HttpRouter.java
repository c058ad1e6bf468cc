package io.sightings.ingest.http;

import io.sightings.ingest.http.answer.HttpAnswers;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Leads each request to its endpoint. */
public final class HttpRouter extends Handler.Abstract.NonBlocking {
  /** Answers the requests of a route. Must not block: what takes long goes on elsewhere. */
  interface Endpoint {

    /**
     * Answers now or later, and completes the callback when it has.
     *
     * @param id of the source as the client wrote it
     * @throws ProblemException if that is the answer; the callback has not been touched then
     */
    void answer(Request request, Response response, Callback callback, @Nullable String id)
        throws ProblemException;
  }

  private final Map<HttpRoute, Endpoint> endpoints;

  HttpRouter(Map<HttpRoute, Endpoint> endpoints) {
    this.endpoints = Map.copyOf(endpoints);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpRoute.Target target = HttpRoute.of(path(request.getHttpURI()));
    request.setAttribute(HttpAnswers.ROUTE, target.route());
    try {
      Endpoint endpoint = endpoints.get(target.route());
      if (endpoint == null) {
        throw new ProblemException(ProblemKind.NOT_FOUND, "Ask for / to see what there is.");
      }
      if (!target.route().takes(request.getMethod())) {
        response.getHeaders().put(HttpHeader.ALLOW, target.route().allowed());
        throw new ProblemException(
            ProblemKind.BAD_METHOD, "Allowed is " + target.route().allowed() + ".");
      }
      endpoint.answer(request, response, callback, target.id());
    } catch (ProblemException e) {
      HttpAnswers.problem(request, response, callback, e);
    }
    return true;
  }

  private static @Nullable String path(HttpURI uri) {
    return uri.getPath() == null || uri.getPath().contains(";") ? null : uri.getCanonicalPath();
  }
}
