package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Bodies come as they are: what is packed could be any size once unpacked. */
final class ContentEncodings {

  private ContentEncodings() {}

  static void check(HttpFields headers) throws ProblemException {
    String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          ProblemKind.UNSUPPORTED, "Send the body without a Content-Encoding.");
    }
  }
}
