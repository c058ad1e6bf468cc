package io.sightings.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the log of the libraries goes. It has to be decided before the first logger is made: Log4j
 * reads these properties once.
 */
public final class LogFile {
  private static final String FILE = "sightings.log";
  private static final String CONSOLE = "sightings.console";

  private static final String JSON = "sightings.json";

  private LogFile() {}

  /** The log goes into this folder, not into the folder for temporary files; a former one ends. */
  public static Path in(Path folder) throws IOException {
    Path file = folder.resolve("sightings.log");
    Files.deleteIfExists(file);
    System.setProperty(FILE, file.toString());
    return file;
  }

  /** The log goes to the error stream as well, as lines of JSON. */
  public static void alsoAsJson() {
    System.setProperty(JSON, "INFO");
  }

  /** Warnings of our own packages go to the error stream as well. */
  public static void alsoToConsole() {
    System.setProperty(CONSOLE, "WARN");
  }
}
