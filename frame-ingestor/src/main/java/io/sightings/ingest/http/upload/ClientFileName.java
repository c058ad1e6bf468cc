package io.sightings.ingest.http.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** The file name a client gives in Content-Disposition. It names things and never opens any. */
final class ClientFileName {
  private static final int LONGEST = 200;
  private static final String EXTENDED_PREFIX = "utf-8''";

  /** Control and format characters, unpaired surrogates, and unassigned characters. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{C}+");

  private ClientFileName() {}

  /** The name without any folders. */
  static @Nullable String of(HttpFields headers) {
    String value = headers.get(HttpHeader.CONTENT_DISPOSITION);
    if (value == null) {
      return null;
    }
    String name;
    try {
      Map<String, String> parameters = new HashMap<>();
      HttpField.getValueParameters(value, parameters);
      name = name(parameters);
    } catch (IllegalArgumentException e) {
      // A picture is none the worse for a name that cannot be read.
      return null;
    }
    return name == null ? null : clean(name);
  }

  /** RFC 6266: the extended form counts before the plain one. */
  private static @Nullable String name(Map<String, String> parameters) {
    String extended = parameters.get("filename*");
    if (extended != null && extended.toLowerCase(Locale.ROOT).startsWith(EXTENDED_PREFIX)) {
      String encoded = extended.substring(EXTENDED_PREFIX.length());
      return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    }
    return parameters.get("filename");
  }

  private static @Nullable String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String seen = UNSEEN.matcher(last).replaceAll("").strip();
    int end = seen.offsetByCodePoints(0, Math.min(LONGEST, seen.codePointCount(0, seen.length())));
    return seen.isEmpty() ? null : seen.substring(0, end);
  }
}
