package io.sightings.toolkit.console;

import org.jspecify.annotations.Nullable;

/** The end of a command; its message is the one line shown: what, which, and how to mend it. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Nothing of what was given could be used. */
  public static CommandFailure input(@Nullable String message) {
    return new CommandFailure(ExitCode.INPUT, message, null);
  }

  /** Options that do not go together, or values that cannot be. */
  public static CommandFailure usage(@Nullable String message) {
    return new CommandFailure(ExitCode.USAGE, message, null);
  }

  /** Broker, port, disk or model. */
  public static CommandFailure environment(@Nullable String message, @Nullable Throwable cause) {
    return new CommandFailure(ExitCode.ENVIRONMENT, message, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
