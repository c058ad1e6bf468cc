package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.HttpAnswers;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import io.sightings.ingest.monitor.SourceMonitor;
import java.io.IOException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One upload, from its body to its answer. */
record UploadTask(
    Request request,
    Response response,
    Callback callback,
    AcceptedUpload upload,
    SourceMonitor monitor) {
  private static final Logger LOG = LoggerFactory.getLogger(UploadTask.class);
  private static final int ACCEPTED = 202;
  private static final int FIRST_SERVER_FAULT = 500;

  /**
   * Receives the body.
   *
   * @return what answers the request
   */
  Runnable receive() {
    ProblemException problem;
    try {
      Object taken = upload.receive(new TimedBody(request, upload.pace()));
      return () -> HttpAnswers.json(request, response, callback, ACCEPTED, taken);
    } catch (ProblemException e) {
      problem = e;
    } catch (InterruptedException e) {
      problem = new ProblemException(ProblemKind.STOPPING, "Send it again later.", e);
    } catch (IOException | RuntimeException e) {
      LOG.error("An upload for {} failed", monitor.id(), e);
      monitor.error("an upload failed: the log says why");
      problem = new ProblemException(ProblemKind.FAILED, "The ingestor's log says more.", e);
    }
    if (problem.kind().status() < FIRST_SERVER_FAULT) {
      LOG.debug("An upload for {} is refused", monitor.id(), problem);
    }
    return () -> HttpAnswers.problem(request, response, callback, problem);
  }
}
