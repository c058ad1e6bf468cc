package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import org.eclipse.jetty.http.HttpFields;

/**
 * What should be one picture.
 *
 * @param headers its own, or those of the request where there are no parts
 * @param bytes of the picture; empty where there were too many
 * @param tooLarge whether there were more than are taken
 */
record ImagePart(HttpFields headers, byte[] bytes, boolean tooLarge) {

  /** Who takes the parts, one after the other. */
  interface Taker {
    void take(ImagePart part) throws InterruptedException, ProblemException;
  }
}
