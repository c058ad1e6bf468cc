package io.sightings.ingest.http.answer;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says as a problem what Jetty itself finds wrong, and nothing of what is inside. */
public final class ProblemErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ProblemKind kind =
        kind(response.getStatus(), request.getAttribute(ErrorHandler.ERROR_EXCEPTION));
    HttpAnswers.problem(request, response, callback, kind, ProblemDetails.of(kind, detail(kind)));
    return true;
  }

  private static ProblemKind kind(int status, Object cause) {
    if (cause instanceof HttpException bad) {
      // An unknown version or encoding is the client's fault, though HTTP calls it the server's.
      return bad.getCode() < 500 ? kind(bad.getCode()) : ProblemKind.MALFORMED;
    }
    if (cause instanceof TimeoutException) {
      return ProblemKind.TOO_SLOW;
    }
    // Nothing behind the server is read or written by Jetty: what fails is the client's connection.
    return cause instanceof IOException ? ProblemKind.MALFORMED : kind(status);
  }

  private static ProblemKind kind(int status) {
    return switch (status) {
      case 404 -> ProblemKind.NOT_FOUND;
      case 408 -> ProblemKind.TOO_SLOW;
      case 413 -> ProblemKind.TOO_LARGE;
      case 414 -> ProblemKind.LONG_ADDRESS;
      case 415 -> ProblemKind.UNSUPPORTED;
      case 431 -> ProblemKind.LONG_HEADERS;
      case 503 -> ProblemKind.STOPPING;
      default -> status < 500 ? ProblemKind.MALFORMED : ProblemKind.FAILED;
    };
  }

  private static String detail(ProblemKind kind) {
    return switch (kind) {
      case MALFORMED -> "This is not HTTP/1.1 as RFC 9112 has it, or its address is ambiguous.";
      case LONG_ADDRESS, LONG_HEADERS -> "Address and headers may have 8 KiB together.";
      case STOPPING -> "Send it again when the ingestor is back.";
      case FAILED -> "The ingestor's log says more.";
      default -> "Ask for / to see what there is.";
    };
  }
}
