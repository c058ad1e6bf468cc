package io.sightings.azure.client;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of Face resources. */
public final class FaceEndpoints {

  private FaceEndpoints() {}

  /**
   * Where the operations of a version are.
   *
   * @throws IllegalArgumentException if the endpoint is not one
   */
  static URL base(String endpoint, String version) {
    URI uri = check(endpoint);
    String path = uri.getPath().replaceAll("/+$", "");
    String full = path.matches(".*/face/v[^/]+") ? path : path + "/face/" + version;
    try {
      return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), full, null, null).toURL();
    } catch (MalformedURLException | URISyntaxException e) {
      throw wrong();
    }
  }

  /**
   * The endpoint as an address.
   *
   * @throws IllegalArgumentException if it is not one; the text does not show it, for it may hold
   *     what should have been the key
   */
  public static URI check(String endpoint) {
    URI uri;
    try {
      uri = new URI(endpoint.strip());
    } catch (URISyntaxException e) {
      throw wrong();
    }
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw wrong();
    }
    return uri;
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "endpoint is no address of a Face resource, allowed is such as https://NAME.cognitiveservices.azure.com");
  }

  /** Texts as parts of an address. */
  static final class UrlEncoding {

    private UrlEncoding() {}

    /** A value of a query; commas stay, as the service's own examples have them. */
    static String query(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8)
          .replace("+", "%20")
          .replace("%2C", ",");
    }

    /**
     * One segment of a path.
     *
     * @throws IllegalArgumentException if it is empty, or could lead elsewhere
     */
    static String segment(String value) {
      if (value == null || value.isEmpty() || value.matches("\\.+")) {
        throw new IllegalArgumentException(
            "\"" + value + "\" is no id, allowed is a text that is not empty");
      }
      return query(value);
    }
  }
}
