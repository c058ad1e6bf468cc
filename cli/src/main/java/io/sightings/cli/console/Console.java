package io.sightings.cli.console;

import io.sightings.contract.codec.Text;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * What the user sees. Lines of several threads do not mix. Names of people, sources and files, and
 * errors of other systems, come without control characters: a terminal obeys those.
 *
 * @param out results
 * @param err what went wrong, one line each
 */
public record Console(PrintWriter out, PrintWriter err) {
  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]*@");

  public static Console of(CommandLine command) {
    return new Console(command.getOut(), command.getErr());
  }

  public void say(String line) {
    out.println(Text.printableLines(line));
    out.flush();
  }

  /** A complaint about one thing, while others go on. Addresses lose their passwords. */
  public void complain(String line) {
    err.println("sightings: " + Text.printableLines(withoutCredentials(line)));
    err.flush();
  }

  static String withoutCredentials(String line) {
    return CREDENTIALS.matcher(line).replaceAll("://***@");
  }
}
