package io.sightings.job.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What earlier versions left for later ones to go on from, among the resources. Written anew with
 *
 * <pre>mvn -pl job test -Dtest='StateSchemaTest,KeptSavepointTest' -Dsightings.keep=true</pre>
 *
 * which replaces that of this version only: give {@link #THIS} the version's name with each
 * release, and leave the others alone.
 */
final class KeptFiles {
  static final String THIS = "0.1";

  private static final Path FOLDER =
      Path.of(System.getProperty("sightings.home", ".."))
          .resolve("job/src/test/resources/io/sightings/job/state");

  private KeptFiles() {}

  /** Whether the files are to be written rather than compared. */
  static boolean keep() {
    return Boolean.getBoolean("sightings.keep");
  }

  static Path schema() {
    return FOLDER.resolve("schema.txt");
  }

  /** Of this version. */
  static Path savepoint(String of) throws IOException {
    return Files.createDirectories(FOLDER.resolve("savepoint-" + THIS + "-" + of));
  }

  /** Of all versions. */
  static List<Path> savepoints(String of) throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(folder -> folder.getFileName().toString().startsWith("savepoint-"))
          .filter(folder -> folder.getFileName().toString().endsWith("-" + of))
          .sorted()
          .toList();
    }
  }
}
