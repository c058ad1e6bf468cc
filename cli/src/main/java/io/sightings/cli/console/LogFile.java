package io.sightings.cli.console;

import io.sightings.contract.file.PrivateFiles;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the log of the libraries goes. It has to be decided before the first logger is made: Log4j
 * reads these properties once.
 */
public final class LogFile {
  private static final String NAME = "sightings.log";
  private static final String FILE = "sightings.log";
  private static final String FILE_LEVEL = "sightings.file";
  private static final String CONSOLE = "sightings.console";
  private static final String JSON = "sightings.json";

  private LogFile() {}

  /**
   * The log goes into the user's own folder for states ({@code $XDG_STATE_HOME/sightings}, or
   * {@code ~/.local/state/sightings}), unless {@code -Dsightings.log} names a file. A link in its
   * place is removed and not followed.
   *
   * @return why no log is written; empty where one is
   */
  public static Optional<String> inStateOfUser() {
    if (System.getProperty(FILE) != null) {
      return Optional.empty();
    }
    Path folder = stateOfUser().resolve("sightings");
    Path file = folder.resolve(NAME);
    System.setProperty(FILE, file.toString());
    try {
      if (PrivateFiles.createFolder(folder) == PrivateFiles.Access.OPEN) {
        return none(folder + " belongs to another user and is open to others");
      }
      if (Files.isSymbolicLink(file)) {
        Files.delete(file);
      }
      return Optional.empty();
    } catch (IOException e) {
      return none(IoErrorText.sentence(e));
    }
  }

  private static Path stateOfUser() {
    String states = System.getenv("XDG_STATE_HOME");
    return states == null || states.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local", "state")
        : Path.of(states);
  }

  private static Optional<String> none(String why) {
    System.setProperty(FILE_LEVEL, "OFF");
    return Optional.of(why);
  }

  /** The log goes into this folder and not into that of the user; a former one ends. */
  public static Path in(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
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
