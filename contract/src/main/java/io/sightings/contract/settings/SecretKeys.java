package io.sightings.contract.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which keys hold what no error may show. */
final class SecretKeys {
  private static final Pattern SECRET =
      Pattern.compile("(password|token|secret|jaas\\.config|apikey|\\bkey)$");

  private SecretKeys() {}

  /**
   * @param path such as {@code kafka.security.password}
   * @param value what is there
   * @return the value, or stars
   */
  static String shown(String path, String value) {
    return SECRET.matcher(path.toLowerCase(Locale.ROOT)).find() ? "***" : value;
  }
}
