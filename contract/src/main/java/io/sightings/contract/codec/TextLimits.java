package io.sightings.contract.codec;

import org.jspecify.annotations.Nullable;

/**
 * The bounds of texts that are copied from one record into others, so that no record makes another
 * one too large for its topic. Lengths are UTF-16 code units.
 */
public final class TextLimits {
  /** Of a location, or of a subject such as the name of a file. */
  public static final int MAX_TEXT = 1024;

  /** Labels of a source. */
  public static final int MAX_LABELS = 64;

  /** All labels of a source, as JSON. */
  public static final int MAX_LABELS_JSON = 16 << 10;

  /** Of a person's id or name. */
  public static final int MAX_NAME = 256;

  /** A longer vector or a larger picture in JSON is no record of this product. */
  static final int MAX_JSON_TEXT = 1 << 20;

  /** Of a media type or another short attribute. */
  static final int MAX_ATTRIBUTE = 256;

  /** Of a rejected frame's detail. */
  static final int MAX_DETAIL = 1024;

  /** Faces of a person. */
  static final int MAX_TEMPLATES = 1000;

  /** Numbers of a vector; embedders have 128 to 512. */
  static final int MAX_VECTOR = 4096;

  private TextLimits() {}

  /** The beginning of a text that is too long. */
  static @Nullable String cut(@Nullable String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, pair ? longest - 1 : longest);
  }
}
