package io.sightings.cli.ingest;

import io.sightings.contract.SourceInfo;
import io.sightings.ingest.settings.SourceSettings;
import java.net.URI;
import java.util.regex.Pattern;

/** What an input on the command line means: an address, a webcam, or a file or folder. */
public final class InputArgumentParser {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  /** To the last @, as passwords may hold one, and slashes too. */
  private static final Pattern CREDENTIALS = Pattern.compile("://.*@");

  private InputArgumentParser() {}

  /**
   * @throws IllegalArgumentException if it cannot be; the text holds no credentials
   */
  public static SourceSettings of(String input) {
    if (ADDRESS.matcher(input).matches()) {
      return SourceSettings.stream(idOf(input), input);
    }
    if (input.startsWith("/dev/")) {
      return SourceSettings.webcam(SourceInfo.idFrom(input.substring("/dev/".length())), input);
    }
    return SourceSettings.of(input);
  }

  /** Host and path: what a person would call the camera who had to say which it is. */
  private static String idOf(String address) {
    String bare = CREDENTIALS.matcher(address.replaceFirst("[?#].*", "")).replaceFirst("://");
    URI uri;
    try {
      uri = URI.create(bare);
    } catch (IllegalArgumentException e) {
      // Its text would repeat the address.
      throw new IllegalArgumentException("the address of a stream cannot be read: check it");
    }
    String place = uri.getHost() == null ? "" : uri.getHost();
    String path = uri.getPath() == null ? "" : uri.getPath();
    return SourceInfo.idFrom(place + path);
  }
}
