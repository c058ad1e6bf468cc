package io.sightings.ingest.http.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What an upload must bring (RFC 6750). */
final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private final byte @Nullable [] wanted;

  /**
   * @param token empty refuses every client
   */
  BearerToken(String token) {
    wanted = token.isEmpty() ? null : digest(token);
  }

  /**
   * @throws ProblemException if the request does not bring it
   */
  void check(Request request) throws ProblemException {
    if (wanted == null) {
      throw new ProblemException(
          ProblemKind.UPLOADS_OFF, "Uploads are off until server.token is set.");
    }
    String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    boolean bearer = given != null && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    // Digests are of one length and compared in full: the time tells nothing of the token.
    if (!bearer || !MessageDigest.isEqual(wanted, digest(given.substring(SCHEME.length())))) {
      throw new ProblemException(
          ProblemKind.NO_TOKEN, "Send the header Authorization: Bearer with the server.token.");
    }
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.strip().getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
