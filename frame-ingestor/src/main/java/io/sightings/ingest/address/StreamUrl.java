package io.sightings.ingest.address;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart as FFmpeg does it, which is laxer than the standard: the user info goes to the
 * last @ before the path.
 *
 * @param userInfo user name and password, encoded
 * @param address host and port, as written
 * @param rest path, query and fragment, as written
 */
public record StreamUrl(String scheme, @Nullable String userInfo, String address, String rest) {
  private static final Pattern URL =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:([^/?#]*)@)?([^/?#]*)(.*)");
  private static final Pattern ADDRESS = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::(\\d*))?");
  private static final Pattern SPACE = Pattern.compile("\\s");

  /** A name that only a generator makes up: some cameras have the key to a stream in its path. */
  private static final Pattern KEY = Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{16,}");

  /** All after the first = or : of a segment. */
  private static final Pattern VALUE = Pattern.compile("([=:]).*");

  private static final String HIDDEN = "***";

  /** Whether a text begins as a URL does. */
  public static boolean isUrl(String text) {
    return URL.matcher(text).matches();
  }

  /**
   * @throws IllegalArgumentException if it is none that FFmpeg would understand; the text holds
   *     nothing of it
   */
  public static StreamUrl of(String text) {
    if (SPACE.matcher(text).find()) {
      throw new IllegalArgumentException("the url holds a space: write %20 for it");
    }
    Matcher found = URL.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "the url does not begin with a protocol: write one, such as rtsp://");
    }
    if (!ADDRESS.matcher(found.group(3)).matches()) {
      throw new IllegalArgumentException(
          "the url cannot be understood: where its password holds / ? or #, take it out"
              + " of the url and name it under password");
    }
    return new StreamUrl(found.group(1), found.group(2), found.group(3), found.group(4));
  }

  /** Any URL in a text, understandable or not, without what may be secret. */
  public static String shown(String url) {
    Matcher found = URL.matcher(url);
    if (!found.matches()) {
      return HIDDEN;
    }
    boolean told = ADDRESS.matcher(found.group(3)).matches();
    String user = found.group(2) == null ? "" : HIDDEN + "@";
    String address = told ? found.group(3) : HIDDEN;
    return new StreamUrl(found.group(1), null, user + address, found.group(4)).shown();
  }

  public StreamUrl withUserInfo(@Nullable String other) {
    return new StreamUrl(scheme, other, address, rest);
  }

  /** Without port; of an IPv6 address, without brackets. Empty where there is none. */
  public String host() {
    Matcher found = ADDRESS.matcher(address);
    return found.matches() ? found.group(1).replaceAll("[\\[\\]]", "") : "";
  }

  /**
   * @param usual where the URL names none
   */
  public int port(int usual) {
    Matcher found = ADDRESS.matcher(address);
    String named = found.matches() ? found.group(2) : null;
    return named == null || named.isEmpty() || named.length() > 5 ? usual : Integer.parseInt(named);
  }

  /** Without user info, and without those parts of path and query that may be secret. */
  public String shown() {
    int query = rest.indexOf('?');
    int fragment = rest.indexOf('#');
    int end = Math.min(query < 0 ? rest.length() : query, fragment < 0 ? rest.length() : fragment);
    StringBuilder text = new StringBuilder(scheme).append("://").append(address);
    String separator = "";
    for (String segment : rest.substring(0, end).split("/", -1)) {
      text.append(separator).append(shownSegment(segment));
      separator = "/";
    }
    return text.append(shownQuery(rest.substring(end))).toString();
  }

  /** As in {@code /user=admin_password=x_channel=1}, which many cameras take. */
  private static String shownSegment(String segment) {
    if (KEY.matcher(segment).matches()) {
      return HIDDEN;
    }
    return VALUE.matcher(segment).replaceFirst("$1" + HIDDEN);
  }

  private static String shownQuery(String query) {
    if (query.isEmpty()) {
      return "";
    }
    if (query.charAt(0) == '#') {
      return "#" + HIDDEN;
    }
    StringJoiner shown = new StringJoiner("&", "?", "");
    for (String part : query.substring(1).split("&", -1)) {
      int value = part.indexOf('=');
      shown.add(value < 0 ? HIDDEN : part.substring(0, value + 1) + HIDDEN);
    }
    return shown.toString();
  }

  /** As FFmpeg takes it, credentials included. */
  public String text() {
    return scheme + "://" + (userInfo == null ? "" : userInfo + "@") + address + rest;
  }

  @Override
  public String toString() {
    return shown();
  }
}
