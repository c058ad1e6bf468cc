package io.sightings.cli.demo;

import io.sightings.contract.file.PrivateFiles;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Where a demo's results and log go.
 *
 * @param folder absolute
 */
record OutputFolder(Path folder) {
  private static final long MIN_BYTES = 64L << 20;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * @throws CommandFailure if nothing can be written there
   */
  static OutputFolder prepare(Path out) {
    Path folder = out.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      // Permissions, read-only mounts and quotas all show when writing, and only then.
      Path probe = Files.createTempFile(folder, ".probe", null);
      Files.write(probe, new byte[4096]);
      Files.delete(probe);
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < MIN_BYTES) {
        throw CommandFailure.environment(
            "--out "
                + out
                + ": the disk is nearly full ("
                + (free >> 20)
                + " MiB left): free some space or choose another directory.",
            null);
      }
      return new OutputFolder(folder);
    } catch (IOException e) {
      throw CommandFailure.environment(
          "--out "
              + out
              + " cannot be written to: "
              + IoErrorText.sentence(e)
              + " Choose another directory.",
          e);
    }
  }

  /**
   * Moves the sightings of an earlier run out of the way: new ones must not mix with them.
   *
   * @return where they are now; empty if there were none
   */
  Optional<Path> setAside() {
    Path sightings = sightings();
    if (!Files.exists(sightings)) {
      return Optional.empty();
    }
    Path earlier = folder.resolve("earlier");
    try {
      Instant written = Files.getLastModifiedTime(sightings).toInstant();
      Files.createDirectories(earlier);
      String name = "sightings-" + STAMP.format(written);
      Path target = earlier.resolve(name);
      for (int i = 2; Files.exists(target); i++) {
        target = earlier.resolve(name + "-" + i);
      }
      return Optional.of(Files.move(sightings, target));
    } catch (IOException e) {
      throw CommandFailure.environment(
          sightings
              + " is of an earlier run and cannot be moved to "
              + earlier
              + ": "
              + IoErrorText.sentence(e)
              + " Move it, or choose another directory with --out.",
          e);
    }
  }

  /** Creates the folder of sightings so that other users of the machine cannot read it. */
  void createSightings() {
    try {
      PrivateFiles.createFolder(sightings());
    } catch (IOException e) {
      throw CommandFailure.environment(
          sightings() + " cannot be created: " + IoErrorText.sentence(e) + " Choose another --out.",
          e);
    }
  }

  /** The date=YYYY-MM-DD folders are in here. */
  Path sightings() {
    return folder.resolve("sightings");
  }
}
