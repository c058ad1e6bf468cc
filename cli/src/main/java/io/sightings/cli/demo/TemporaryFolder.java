package io.sightings.cli.demo;

import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary folder that is gone afterwards. */
record TemporaryFolder(Path path) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("sightings-"));
    } catch (IOException e) {
      throw CommandFailure.environment(
          "No temporary folder can be made in "
              + System.getProperty("java.io.tmpdir")
              + ": free some space, or name another with -Djava.io.tmpdir in SIGHTINGS_JAVA_OPTS.",
          e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> content = Files.walk(path)) {
      for (Path entry : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      // Leftovers in the temporary folder are no reason to fail at the end of a good run.
      LOG.warn("{} could not be deleted: {}", path, e.toString());
    }
  }
}
