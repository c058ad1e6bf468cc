package io.sightings.engine.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of the search for one model.
 *
 * @param entry the model
 * @param state whether it can be used
 * @param path of its file; null where it is missing
 * @param actualSha256 what the file really has; null where it is missing
 */
public record ModelStatus(
    ModelEntry entry, State state, @Nullable Path path, @Nullable String actualSha256) {

  public enum State {
    FOUND,
    MISSING,
    WRONG_HASH
  }
}
