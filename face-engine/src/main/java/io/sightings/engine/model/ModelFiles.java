package io.sightings.engine.model;

import io.sightings.engine.EngineUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The model files of this machine. None is used whose SHA-256 is not the one pinned in the
 * catalogue.
 */
public final class ModelFiles {
  private final ModelFolders folders;
  private final List<ModelEntry> catalogue;

  private ModelFiles(ModelFolders folders) {
    this.folders = folders;
    this.catalogue = ModelCatalogue.load(folders.searched());
  }

  /**
   * Looks in these folders, then those of the environment variable {@code SIGHTINGS_MODELS}, {@code
   * ./models} and the user's cache.
   */
  public static ModelFiles in(List<String> given) {
    return in(given, System.getenv());
  }

  /** Looks in these two folders and nowhere else. */
  public static ModelFiles inFolders(Path folder, Path cache) {
    return new ModelFiles(new ModelFolders(List.of(folder, cache), cache));
  }

  static ModelFiles in(List<String> given, Map<String, String> environment) {
    return new ModelFiles(ModelFolders.of(given, environment));
  }

  /** Every known model, best first, with where it was found. */
  public List<ModelStatus> list() {
    return catalogue.stream().map(this::status).collect(Collectors.toUnmodifiableList());
  }

  /** The models of one role, best first. */
  public List<ModelEntry> entries(ModelEntry.Role role) {
    return catalogue.stream()
        .filter(entry -> entry.role() == role)
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * @throws EngineUnavailableException if no model has this name
   */
  public ModelEntry entry(String name) {
    return catalogue.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineUnavailableException(
                    "No model is called " + name + "; known are " + names() + "."));
  }

  /** Where the model's file is; empty where it is missing. */
  public Optional<Path> path(ModelEntry entry) {
    return folders.searched().stream()
        .map(folder -> folder.resolve(entry.file()))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * The model file's content; empty where it is missing.
   *
   * @throws EngineUnavailableException if the file is not the one the catalogue means
   */
  public Optional<byte[]> read(ModelEntry entry) {
    return path(entry).map(file -> verified(entry, file));
  }

  /** The user's cache, where fetched models go. */
  public Path cache() {
    return folders.cache();
  }

  /**
   * Whether the model can be used: its file is there, is the right one, and so is what it needs.
   */
  public boolean usable(ModelEntry entry) {
    return status(entry).state() == ModelStatus.State.FOUND
        && needed(entry).map(this::usable).orElse(true);
  }

  /** The model that this one cannot do without. */
  public Optional<ModelEntry> needed(ModelEntry entry) {
    return Optional.ofNullable(entry.needs()).map(this::entry);
  }

  /** What to tell someone whose model file is missing. */
  public String howToGet(ModelEntry entry) {
    String places =
        folders.searched().stream().map(Path::toString).collect(Collectors.joining(", "));
    return entry.sources().isEmpty()
        ? "put " + entry.file() + " into one of: " + places
        : "run `sightings models fetch`, or put " + entry.file() + " into one of: " + places;
  }

  /** What became of the search for this model. */
  public ModelStatus status(ModelEntry entry) {
    Optional<Path> file = path(entry);
    if (file.isEmpty()) {
      return new ModelStatus(entry, ModelStatus.State.MISSING, null, null);
    }
    String actual = Sha256Digest.of(content(file.get()));
    boolean same = actual.equalsIgnoreCase(entry.sha256());
    return new ModelStatus(
        entry, same ? ModelStatus.State.FOUND : ModelStatus.State.WRONG_HASH, file.get(), actual);
  }

  private static byte[] verified(ModelEntry entry, Path file) {
    byte[] content = content(file);
    String actual = Sha256Digest.of(content);
    if (!actual.equalsIgnoreCase(entry.sha256())) {
      throw new EngineUnavailableException(
          "The model file "
              + file
              + " is refused: its SHA-256 is "
              + actual
              + ", expected "
              + entry.sha256()
              + ". Delete it and get the right one, or describe yours in a models.yaml beside it.");
    }
    return content;
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The model file " + file + " cannot be read.", e);
    }
  }

  private String names() {
    return catalogue.stream().map(ModelEntry::name).collect(Collectors.joining(", "));
  }
}
