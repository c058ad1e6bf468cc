package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say of its body.
 *
 * @param boundary between the parts
 */
record ImageRequest(@Nullable String boundary) {
  private static final String ACCEPTED =
      "Send a JPEG, PNG, WebP or BMP as image/* or application/octet-stream, or several as"
          + " multipart/form-data or multipart/mixed.";

  /** RFC 2046, 5.1.1. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

  boolean isMultipart() {
    return boundary != null;
  }

  /**
   * @throws ProblemException if no such body is taken, or none so long
   */
  static ImageRequest of(Request request, UploadBounds bounds) throws ProblemException {
    ImageRequest body = of(request.getHeaders());
    long most = body.isMultipart() ? bounds.multipartBytes() : bounds.imageBytes();
    if (request.getLength() > most) {
      throw tooLarge(most);
    }
    return body;
  }

  static ProblemException tooLarge(long most) {
    return new ProblemException(
        ProblemKind.TOO_LARGE,
        "At most %d bytes are taken (image.maxBytes): make it smaller.".formatted(most));
  }

  private static ImageRequest of(HttpFields headers) throws ProblemException {
    String given = headers.get(HttpHeader.CONTENT_TYPE);
    if (given == null) {
      return new ImageRequest(null);
    }
    Map<String, String> parameters = new HashMap<>();
    String type;
    try {
      type = HttpField.getValueParameters(given, parameters).strip().toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemKind.UNSUPPORTED, ACCEPTED, e);
    }
    if (type.startsWith("image/") || type.equals("application/octet-stream")) {
      return new ImageRequest(null);
    }
    if (!type.equals("multipart/form-data") && !type.equals("multipart/mixed")) {
      throw new ProblemException(ProblemKind.UNSUPPORTED, ACCEPTED);
    }
    String boundary = parameters.get("boundary");
    if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
      throw new ProblemException(
          ProblemKind.BAD_MULTIPART, "The Content-Type names no boundary RFC 2046 allows.");
    }
    return new ImageRequest(boundary);
  }
}
