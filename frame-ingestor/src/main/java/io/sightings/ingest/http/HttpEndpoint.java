package io.sightings.ingest.http;

import io.sightings.ingest.http.answer.ProblemException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers the requests of a route. Must not block: what takes long goes on elsewhere. */
public interface HttpEndpoint {

  /**
   * Answers now or later, and completes the callback when it has.
   *
   * @param id of the source as the client wrote it; null where the route has none
   * @throws ProblemException if that is the answer; the callback has not been touched then
   */
  void answer(Request request, Response response, Callback callback, @Nullable String id)
      throws ProblemException;
}
