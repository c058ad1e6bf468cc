package io.sightings.toolkit.process;

import io.sightings.process.LocalProcess;
import io.sightings.process.ProcessAwait;
import io.sightings.process.ProcessSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands of {@code ./sightings} in JVMs of their own, with the class path of this one. */
public final class SightingsProcess {
  /** By name, as no module depends on the command line. It has to be on the class path. */
  private static final String MAIN_CLASS = "io.sightings.cli.Main";

  private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(5);

  private SightingsProcess() {}

  /**
   * @param output standard output and errors
   */
  public record CommandResult(int exitCode, String output) {}

  /**
   * Runs a command to its end.
   *
   * @param folder of its output and log
   * @param words the command, its options and arguments
   * @throws io.sightings.process.LocalRuntimeException if it does not end within five minutes
   */
  public static CommandResult run(Path folder, List<String> words) {
    LocalProcess process = new LocalProcess(words.get(0), folder.resolve(words.get(0)));
    start(process, List.of("-Xmx1g"), words);
    ProcessAwait.until(
        "the command " + words.get(0) + " has ended",
        COMMAND_TIMEOUT,
        () -> process.exitCode().isPresent());
    return new CommandResult(process.exitCode().getAsInt(), process.output().strip());
  }

  /** Starts a command; it ends with this process. */
  static void start(LocalProcess process, List<String> jvm, List<String> words) {
    List<String> options = new ArrayList<>(jvm);
    options.add("-Djava.awt.headless=true");
    options.add("-Dsightings.log=" + process.folder().resolve("sightings.log"));
    process.start(
        new ProcessSpec(
            process.name(),
            options,
            MAIN_CLASS,
            words,
            System.getProperty("java.class.path"),
            // Each thread that calls native code would otherwise get a malloc arena of its own.
            Map.of("MALLOC_ARENA_MAX", "2"),
            true));
  }
}
