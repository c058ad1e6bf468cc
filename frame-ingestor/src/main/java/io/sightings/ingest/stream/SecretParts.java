package io.sightings.ingest.stream;

import io.sightings.ingest.address.StreamUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of an address that must appear nowhere, in all the forms FFmpeg may write them in. */
final class SecretParts {
  private static final Pattern SECRET_OPTION =
      Pattern.compile("(?i).*(pass|pwd|auth|token|secret|key|cookie|header|user).*");

  private SecretParts() {}

  static Set<String> of(StreamAddress address) {
    Set<String> secrets = new HashSet<>();
    address
        .options()
        .forEach(
            (name, value) -> {
              if (SECRET_OPTION.matcher(name).matches()) {
                value.lines().forEach(line -> addHeader(line, secrets));
              }
            });
    if (!address.isDevice()) {
      StreamUrl url = StreamUrl.of(address.url());
      if (url.userInfo() != null) {
        addUserInfo(url.userInfo(), secrets);
      }
      addHiddenParts(url, secrets);
    }
    secrets.remove("");
    return secrets;
  }

  /** A header without its name, which is no secret. */
  private static void addHeader(String line, Set<String> secrets) {
    secrets.add(line.substring(line.indexOf(':') + 1).strip());
  }

  private static void addUserInfo(String userInfo, Set<String> secrets) {
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    String plain = decoded(user) + ":" + decoded(password);
    secrets.add(userInfo);
    secrets.add(plain);
    secrets.add(Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
    secrets.add(password);
    secrets.add(decoded(password));
  }

  /** Path and query where something of them is not shown. */
  private static void addHiddenParts(StreamUrl url, Set<String> secrets) {
    String shown = url.withUserInfo(null).shown();
    if (!url.rest().isEmpty() && !shown.endsWith(url.rest())) {
      secrets.add(url.rest());
      for (String part : url.rest().split("[/?&#]", -1)) {
        if (!part.isEmpty() && !shown.contains(part)) {
          secrets.add(part);
          secrets.add(part.substring(part.indexOf('=') + 1));
        }
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException strayPercent) {
      // Written as it is; FFmpeg takes it so, too.
      return text;
    }
  }
}
