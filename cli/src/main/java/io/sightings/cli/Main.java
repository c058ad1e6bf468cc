package io.sightings.cli;

import io.sightings.cli.console.LogFile;
import io.sightings.cli.console.OneLineErrorHandler;
import io.sightings.cli.console.VerboseOption;
import io.sightings.toolkit.console.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.RunLast;

/** The command line's entry. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    LogFile.inStateOfUser().ifPresent(why -> err.println("sightings: No log is written. " + why));
    int exitCode;
    try {
      exitCode = run(out, err, args);
    } catch (LinkageError | OutOfMemoryError e) {
      err.println(
          "sightings: "
              + e
              + " Build again, or give more memory with -Xmx in SIGHTINGS_JAVA_OPTS.");
      exitCode = ExitCode.ENVIRONMENT;
    }
    System.exit(exitCode);
  }

  /** Runs one command in this JVM and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    OneLineErrorHandler errors = new OneLineErrorHandler();
    return new CommandLine(new SightingsCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setExecutionStrategy(
            parsed -> {
              if (VerboseOption.of(parsed.commandSpec().commandLine())) {
                LogFile.alsoToConsole();
              }
              if (VerboseOption.asJson(parsed.commandSpec().commandLine())) {
                LogFile.alsoAsJson();
              }
              return new RunLast().execute(parsed);
            })
        .execute(args);
  }
}
