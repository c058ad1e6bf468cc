package io.sightings.cameras;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Who may watch a camera. The text of it tells no password. */
public record CameraCredentials(String user, String password, Scheme scheme) {
  public enum Scheme {
    BASIC,
    DIGEST
  }

  public static CameraCredentials basic(String user, String password) {
    return new CameraCredentials(user, password, Scheme.BASIC);
  }

  public static CameraCredentials digest(String user, String password) {
    return new CameraCredentials(user, password, Scheme.DIGEST);
  }

  /** As in front of the host of a URL, with the @. */
  String userInfo() {
    return encoded(user) + ":" + encoded(password) + "@";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return scheme + " credentials of " + user;
  }
}
