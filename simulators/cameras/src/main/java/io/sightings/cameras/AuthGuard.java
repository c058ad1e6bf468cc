package io.sightings.cameras;

import io.sightings.cameras.CameraCredentials.Scheme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Basic and digest authentication (RFC 2617, with MD5); clients may come back on another
 * connection.
 */
final class AuthGuard {
  private static final String REALM = "camera";
  private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");

  private final String nonce = UUID.randomUUID().toString().replace("-", "");

  /** What a client is asked for, as in WWW-Authenticate. */
  String challenge(Scheme scheme) {
    return scheme == Scheme.BASIC
        ? "Basic realm=\"%s\"".formatted(REALM)
        : "Digest realm=\"%s\", nonce=\"%s\", algorithm=MD5".formatted(REALM, nonce);
  }

  boolean admits(CameraCredentials credentials, CameraRequest request) {
    String authorization = request.header("authorization");
    return credentials.scheme() == Scheme.BASIC
        ? authorization.equals("Basic " + base64(credentials.user(), credentials.password()))
        : digest(credentials, request, authorization);
  }

  private boolean digest(
      CameraCredentials credentials, CameraRequest request, String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("digest ")) {
      return false;
    }
    Map<String, String> fields = new HashMap<>();
    for (Matcher field = FIELD.matcher(authorization); field.find(); ) {
      fields.put(field.group(1), field.group(2) == null ? field.group(3) : field.group(2));
    }
    String who = md5(credentials.user(), REALM, credentials.password());
    String what = md5(request.method(), fields.getOrDefault("uri", ""));
    return credentials.user().equals(fields.get("username"))
        && nonce.equals(fields.get("nonce"))
        && md5(who, nonce, what).equals(fields.get("response"));
  }

  private static String base64(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }

  private static String md5(String... parts) {
    try {
      byte[] text = String.join(":", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
