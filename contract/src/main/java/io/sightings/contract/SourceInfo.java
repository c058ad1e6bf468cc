package io.sightings.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where frames come from.
 *
 * @param id names the source for ever: {@value #ID_PATTERN}
 * @param kind what kind of source it is
 * @param location where it looks, in words, or null
 * @param labels free labels, copied into every sighting
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceInfo(
    String id, SourceKind kind, @Nullable String location, Map<String, String> labels) {
  public static final String ID_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
  private static final Pattern ID = Pattern.compile(ID_PATTERN);

  public SourceInfo {
    labels = labels == null ? Map.of() : labels;
  }

  public static SourceInfo of(String id, SourceKind kind) {
    return new SourceInfo(id, kind, null, Map.of());
  }

  public static boolean isValidId(String id) {
    return id != null && ID.matcher(id).matches();
  }

  /** The nearest valid id for any text, such as a file name; never empty. */
  public static String idFrom(String text) {
    String id = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+", "");
    return id.isEmpty() ? "source" : id.substring(0, Math.min(id.length(), 128));
  }
}
