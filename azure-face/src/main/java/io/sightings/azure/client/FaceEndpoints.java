package io.sightings.azure.client;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

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
}
