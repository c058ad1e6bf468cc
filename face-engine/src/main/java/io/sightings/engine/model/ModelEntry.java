package io.sightings.engine.model;

import java.util.ArrayList;
import java.util.List;
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
 * @param url the same as a source with this address
 * @param sources where it can be fetched, best first; empty where it can only be put in place by
 *     hand
 * @param needs name of the model it cannot do without, or null
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
    List<ModelSource> sources,
    String needs,
    EmbedderSpec embedder) {

  public enum Role {
    DETECTOR,
    EMBEDDER,
    /** Finds the landmarks of a face that a detector found. */
    LANDMARKS
  }

  public ModelEntry {
    require(name != null && !name.isBlank(), name, "name");
    require(role != null, name, "role (detector, embedder or landmarks)");
    require(
        file != null && !file.contains("/") && !file.contains("\\"),
        name,
        "file, a plain file name");
    require(
        sha256 != null && sha256.matches("[0-9a-fA-F]{64}"),
        name,
        "sha256 of 64 hexadecimal digits");
    sources = withUrl(sources == null ? List.of() : sources, url);
    require(role != Role.EMBEDDER || embedder != null, name, "section `embedder`");
  }

  /** Licence, its text and the origin in one line, as far as they are given. */
  public String terms() {
    return Stream.of(licence == null ? "no licence is given" : licence, licenceUrl, origin)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static List<ModelSource> withUrl(List<ModelSource> sources, String url) {
    if (url == null) {
      return List.copyOf(sources);
    }
    List<ModelSource> all = new ArrayList<>(sources);
    all.add(ModelSource.ofUrl(url));
    return List.copyOf(all);
  }

  private static void require(boolean given, String name, String what) {
    if (!given) {
      throw new IllegalArgumentException("the model " + name + " needs a " + what);
    }
  }
}
