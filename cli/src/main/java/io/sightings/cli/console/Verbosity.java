package io.sightings.cli.console;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whether the user asked for more than one line. */
public final class Verbosity {
  public static final String OPTION = "--verbose";

  private Verbosity() {}

  /** The option belongs to the root command and is inherited by all others. */
  public static boolean of(CommandLine command) {
    OptionSpec option = command.getCommandSpec().root().findOption(OPTION);
    return option != null && Boolean.TRUE.equals(option.getValue());
  }
}
