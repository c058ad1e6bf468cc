package io.sightings.cli.console;

/** The end of a command; its message is the one line shown: what, which, and how to mend it. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Nothing of what was given could be used. */
  public static Failure input(String message) {
    return new Failure(ExitCode.INPUT, message, null);
  }

  /** Options that do not go together, or values that cannot be. */
  public static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message, null);
  }

  /** Broker, port, disk or model. */
  public static Failure environment(String message, Throwable cause) {
    return new Failure(ExitCode.ENVIRONMENT, message, cause);
  }

  int exitCode() {
    return exitCode;
  }
}
