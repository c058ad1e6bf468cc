package io.sightings.ingest.address;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes from a text everything that looks like a credential, known or not. Rather too much than
 * too little: these texts are read to find faults, and faults are not in passwords.
 */
public final class CredentialRedaction {
  private static final String HIDDEN = "***";

  /** Greedy: an @ may be part of a password, and so may a space. */
  private static final Pattern USER_INFO = Pattern.compile("://.*@");

  private static final Pattern BARE_USER_INFO = Pattern.compile("[^\\s@/]+:(?!//)\\S*@");
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s'\"<>]*");
  private static final Pattern HEADER =
      Pattern.compile("(?i)((?:authorization|authenticate|cookie)\\w*\\s*[:=]\\s*).*");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)((?:user|login|pass|pwd|token|secret|key|auth|sig|credential|session)\\w*\"?\\s*[=:]\\s*)"
              + "(?:\"[^\"]*\"|[^\\s&;,]+)");

  private CredentialRedaction() {}

  public static String of(String text) {
    String redacted = HEADER.matcher(text).replaceAll("$1" + HIDDEN);
    redacted = USER_INFO.matcher(redacted).replaceAll("://" + HIDDEN + "@");
    redacted = URL.matcher(redacted).replaceAll(CredentialRedaction::shown);
    redacted = BARE_USER_INFO.matcher(redacted).replaceAll(HIDDEN + "@");
    return VALUE.matcher(redacted).replaceAll("$1" + HIDDEN);
  }

  private static String shown(MatchResult url) {
    return Matcher.quoteReplacement(StreamUrl.shown(url.group()));
  }
}
