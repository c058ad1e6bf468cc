package io.sightings.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts how often a folder was started with, so that no id is given out twice. */
final class StartCounter {

  private StartCounter() {}

  /**
   * @param folder null where nothing is kept: then every start is the first
   */
  static long next(@Nullable Path folder) {
    if (folder == null) {
      return 1;
    }
    Path file = folder.resolve("starts");
    try {
      Files.createDirectories(folder);
      long starts = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
      Files.writeString(file, Long.toString(starts + 1));
      return starts + 1;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be written to.", e);
    }
  }
}
