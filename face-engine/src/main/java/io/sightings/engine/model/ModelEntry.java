package io.sightings.engine.model;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One model of the catalogue.
 *
 * @param name what users call it
 * @param role what it does
 * @param file its file's name in a models folder
 * @param sha256 of that file, in hexadecimal
 * @param licence SPDX identifier of the licence of the file's weights, or null
 * @param licenceUrl where the licence's text is, or null
 * @param origin who made the model, and of what, or null
 * @param url where it can be downloaded; null where it can only be put in place by hand
 * @param embedder how to use it; null for a detector
 */
public record ModelEntry(
    String name,
    Role role,
    String file,
    String sha256,
    String licence,
    String licenceUrl,
    String origin,
    String url,
    EmbedderSpec embedder) {

  public enum Role {
    DETECTOR,
    EMBEDDER
  }

  public ModelEntry {
    require(name != null && !name.isBlank(), name, "name");
    require(role != null, name, "role (detector or embedder)");
    require(
        file != null && !file.contains("/") && !file.contains("\\"),
        name,
        "file, a plain file name");
    require(
        sha256 != null && sha256.matches("[0-9a-fA-F]{64}"),
        name,
        "sha256 of 64 hexadecimal digits");
    require(role != Role.EMBEDDER || embedder != null, name, "section `embedder`");
  }

  /** Licence, its text and the origin in one line, as far as they are given. */
  public String terms() {
    return Stream.of(licence == null ? "no licence is given" : licence, licenceUrl, origin)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static void require(boolean given, String name, String what) {
    if (!given) {
      throw new IllegalArgumentException("the model " + name + " needs a " + what);
    }
  }
}
