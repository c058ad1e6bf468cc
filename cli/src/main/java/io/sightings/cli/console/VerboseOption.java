package io.sightings.cli.console;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whether the user asked for more than one line. */
public final class VerboseOption {
  public static final String OPTION = "--verbose";

  private VerboseOption() {}

  /** Writes the log to the error stream as lines of JSON. */
  public static final String JSON_LOG = "--json-log";

  /** The option belongs to the root command and is inherited by all others. */
  public static boolean of(CommandLine command) {
    return isSet(command, OPTION);
  }

  public static boolean asJson(CommandLine command) {
    return isSet(command, JSON_LOG);
  }

  private static boolean isSet(CommandLine command, String name) {
    OptionSpec option = command.getCommandSpec().root().findOption(name);
    return option != null && Boolean.TRUE.equals(option.getValue());
  }
}
