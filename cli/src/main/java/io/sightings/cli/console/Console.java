package io.sightings.cli.console;

import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * What the user sees. Lines of several threads do not mix.
 *
 * @param out results
 * @param err what went wrong, one line each
 */
public record Console(PrintWriter out, PrintWriter err) {

  public static Console of(CommandLine command) {
    return new Console(command.getOut(), command.getErr());
  }

  public void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A complaint about one thing, while others go on. */
  public void complain(String line) {
    err.println("sightings: " + line);
    err.flush();
  }
}
