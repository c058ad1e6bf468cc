package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import java.io.IOException;

/** An upload whose headers are as they should be. */
interface AcceptedUpload {

  /** How slowly its body may come. */
  BodyPace pace();

  /**
   * Receives it, on a thread of its own.
   *
   * @return the answer, to be written as JSON
   * @throws ProblemException if that is the answer
   * @throws IOException if the ingestor's own disk fails
   */
  Object receive(TimedBody body) throws ProblemException, IOException, InterruptedException;
}
