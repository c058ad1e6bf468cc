package io.sightings.azure.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as parts of an address. */
final class UrlEncoding {

  private UrlEncoding() {}

  /** A value of a query; commas stay, as the service's own examples have them. */
  static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
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
