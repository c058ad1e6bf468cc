package io.sightings.cli.people;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a folder or file is called, and what the person in it is called. */
final class PersonNameParser {
  /** "anna_2", "anna-2", "anna2": the number tells photos apart, not people. */
  private static final Pattern PHOTO_NUMBER = Pattern.compile("[_ -]?\\d+$");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_ID = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER_DASHES = Pattern.compile("^-+|-+$");

  private PersonNameParser() {}

  static String fromFolder(String folder) {
    return words(folder);
  }

  /**
   * @param file such as {@code Anna_Smith_2.jpg}
   */
  static String fromFile(String file) {
    int dot = file.lastIndexOf('.');
    String stem = dot > 0 ? file.substring(0, dot) : file;
    String name = words(PHOTO_NUMBER.matcher(stem).replaceFirst(""));
    return name.isEmpty() ? words(stem) : name;
  }

  private static String words(String text) {
    return text.replace('_', ' ').strip();
  }

  /** Lower-case ASCII letters, digits and dashes; the same for the same name, always. */
  static String id(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String dashed = NOT_ID.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    String id = OUTER_DASHES.matcher(dashed).replaceAll("");
    if (!id.isEmpty()) {
      return id;
    }
    // A name in another script leaves nothing: its bytes still tell it from others.
    String hex = HexFormat.of().formatHex(name.strip().getBytes(StandardCharsets.UTF_8));
    return "person-" + hex.substring(0, Math.min(hex.length(), 32));
  }
}
