package io.sightings.toolkit.console;

import io.sightings.contract.codec.UntrustedText;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What the user sees. Lines of several threads do not mix. Names of people, sources and files, and
 * errors of other systems, come without control characters: a terminal obeys those.
 *
 * @param out results
 * @param err what went wrong, one line each
 */
public record CommandConsole(PrintWriter out, PrintWriter err) {
  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]*@");

  public static CommandConsole of(CommandLine command) {
    return new CommandConsole(command.getOut(), command.getErr());
  }

  public void say(@Nullable String line) {
    out.println(UntrustedText.printableLines(line));
    out.flush();
  }

  /** A complaint about one thing, while others go on. Addresses lose their passwords. */
  public void complain(@Nullable String line) {
    err.println("sightings: " + UntrustedText.printableLines(withoutCredentials(line)));
    err.flush();
  }

  public static String withoutCredentials(@Nullable String line) {
    return CREDENTIALS.matcher(line).replaceAll("://***@");
  }
}
