package io.sightings.restguard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port, as in a Host header or a URL (RFC 3986, section 3.2, without user information).
 *
 * @param host in lower case, without a trailing dot; an IPv6 address without its brackets
 * @param port 0 where none is written
 */
record RequestAuthority(String host, int port) {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))(?::([0-9]{1,5}))?");
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** Empty where the text is anything else. */
  static Optional<RequestAuthority> parse(String text) {
    Matcher found = AUTHORITY.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String host = found.group(1) == null ? found.group(2) : found.group(1);
    int port = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
    return Optional.of(new RequestAuthority(normal(host), port));
  }

  static String normal(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /**
   * The same authority with the scheme's port where none is written.
   *
   * @param scheme http or https
   */
  RequestAuthority in(String scheme) {
    return port != 0
        ? this
        : new RequestAuthority(host, scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
  }
}
