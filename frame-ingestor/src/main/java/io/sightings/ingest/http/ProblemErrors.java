package io.sightings.ingest.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says as a problem what Jetty itself finds wrong, and nothing of what is inside. */
final class ProblemErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException bad) {
      status = bad.getCode();
    }
    ProblemKind kind = kind(status);
    Answers.problem(request, response, callback, kind, Problem.of(kind, detail(kind)));
    return true;
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
