package io.sightings.restguard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether an Origin or Referer header names the server that the request is sent to. */
final class RequestOrigin {
  private static final Pattern URL = Pattern.compile("(https?)://([^/?#]*)(?:[/?#].*)?");

  private RequestOrigin() {}

  /**
   * @param url a header's value; {@code null} as text and any other scheme than HTTP are foreign
   * @param server the Host header of the same request
   */
  static boolean isOf(String url, RequestAuthority server) {
    Matcher found = URL.matcher(url);
    return found.matches()
        && RequestAuthority.parse(found.group(2))
            .filter(page -> page.in(found.group(1)).equals(server.in(found.group(1))))
            .isPresent();
  }
}
