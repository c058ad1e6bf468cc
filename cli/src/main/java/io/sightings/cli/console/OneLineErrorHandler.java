package io.sightings.cli.console;

import io.sightings.contract.codec.UntrustedText;
import io.sightings.contract.settings.SettingsException;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports every error as one line on the error stream; --verbose adds the stack trace. */
public final class OneLineErrorHandler
    implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    say(err, e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    err.flush();
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    say(err, text(e));
    if (VerboseOption.of(command)) {
      e.printStackTrace(err);
    }
    err.flush();
    return exitCode(e);
  }

  private static void say(PrintWriter err, @Nullable String message) {
    String line = message == null ? null : message.lines().findFirst().orElse(message);
    err.println("sightings: " + UntrustedText.printable(CommandConsole.withoutCredentials(line)));
  }

  private static @Nullable String text(Exception e) {
    if (e instanceof CommandFailure
        || e instanceof EngineUnavailableException
        || e instanceof SettingsException
        || e instanceof ParameterException) {
      return e.getMessage();
    }
    if (e instanceof IOException io) {
      return IoErrorText.sentence(io);
    }
    if (e instanceof UncheckedIOException io) {
      return IoErrorText.sentence(Objects.requireNonNull(io.getCause()));
    }
    return "Unexpected: "
        + e.getClass().getSimpleName()
        + (e.getMessage() == null ? "" : ": " + e.getMessage())
        + " Run again with --verbose for the details.";
  }

  private static int exitCode(Exception e) {
    if (e instanceof CommandFailure failure) {
      return failure.exitCode();
    }
    if (e instanceof SettingsException || e instanceof ParameterException) {
      return ExitCode.USAGE;
    }
    return ExitCode.ENVIRONMENT;
  }
}
