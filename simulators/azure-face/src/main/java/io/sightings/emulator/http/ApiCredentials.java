package io.sightings.emulator.http;

import io.sightings.emulator.wire.ApiErrorException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Who may call.
 *
 * @param key of the header Ocp-Apim-Subscription-Key
 * @param token of the header Authorization; null where no token is accepted
 */
public record ApiCredentials(String key, @Nullable String token) {
  private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";
  private static final String BEARER = "Bearer ";

  /** Refuses calls without the one or the other. */
  void check(HttpFields headers) {
    String theirKey = headers.get(KEY_HEADER);
    String authorization = headers.get(HttpHeader.AUTHORIZATION);
    if (theirKey == null && authorization != null) {
      if (token == null || !equal(authorization, BEARER + token)) {
        throw new ApiErrorException(
            401,
            "401",
            "Unauthorized. Access token is missing, invalid, audience is incorrect"
                + " (https://cognitiveservices.azure.com), or have expired.");
      }
    } else if (theirKey == null || !equal(theirKey, key)) {
      throw new ApiErrorException(
          401,
          "401",
          "Access denied due to invalid subscription key or wrong API endpoint. Make sure to"
              + " provide a valid key for an active subscription and use a correct regional API"
              + " endpoint for your resource.");
    }
  }

  private static boolean equal(String theirs, String ours) {
    return MessageDigest.isEqual(
        theirs.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Credentials[]";
  }
}
