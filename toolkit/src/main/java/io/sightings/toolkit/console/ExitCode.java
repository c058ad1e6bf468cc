package io.sightings.toolkit.console;

/** What the process says to the shell. */
public final class ExitCode {
  public static final int OK = 0;

  /** Some input could not be used; all others were. */
  public static final int INPUT = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** Something the command needs is not there: broker, port, disk, model. */
  public static final int ENVIRONMENT = 3;

  private ExitCode() {}
}
