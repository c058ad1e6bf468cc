package io.sightings.cli.demo;

import io.sightings.cli.console.Failure;
import io.sightings.cli.console.IoTrouble;
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
 * @param earlier where the sightings of a former run were moved to, if there were any: the new ones
 *     must not mix with them
 */
record OutputFolder(Path folder, Optional<Path> earlier) {
  private static final long LEAST_BYTES = 64L << 20;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * @throws Failure if nothing can be written there
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
      if (free < LEAST_BYTES) {
        throw Failure.environment(
            "--out "
                + out
                + ": the disk is nearly full ("
                + (free >> 20)
                + " MiB left): free some space or choose another directory.",
            null);
      }
      return new OutputFolder(folder, setAside(folder));
    } catch (IOException e) {
      throw Failure.environment(
          "--out "
              + out
              + " cannot be written to: "
              + IoTrouble.sentence(e)
              + " Choose another directory.",
          e);
    }
  }

  private static Optional<Path> setAside(Path folder) throws IOException {
    Path sightings = folder.resolve("sightings");
    if (!Files.exists(sightings)) {
      return Optional.empty();
    }
    Instant written = Files.getLastModifiedTime(sightings).toInstant();
    Path earlier = folder.resolve("earlier");
    Files.createDirectories(earlier);
    Path target = earlier.resolve("sightings-" + STAMP.format(written));
    for (int i = 2; Files.exists(target); i++) {
      target = earlier.resolve("sightings-" + STAMP.format(written) + "-" + i);
    }
    return Optional.of(Files.move(sightings, target));
  }

  /** The date=YYYY-MM-DD folders are in here. */
  Path sightings() {
    return folder.resolve("sightings");
  }
}
