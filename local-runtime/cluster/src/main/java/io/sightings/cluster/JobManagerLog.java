package io.sightings.cluster;

import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a job manager tells only in its log: the port it took, and whether it leads. Its REST API
 * has neither.
 */
record JobManagerLog(Path file) {
  private static final Pattern ADDRESS =
      Pattern.compile("Rest endpoint listening at ([0-9.]+:[0-9]+)");
  private static final String RUNNER = "DispatcherRunner was ";
  private static final Pattern LEADERSHIP =
      Pattern.compile("^(\\S+) .*" + RUNNER + "(granted|revoked) leadership");

  /**
   * @param since when it was elected, as text that sorts
   */
  record Leading(String name, String since) {}

  Optional<URI> address() {
    // It is among the first lines of a log that grows: the rest is not read.
    return search(
        lines ->
            lines
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(found -> URI.create("http://" + found.group(1) + "/"))
                .findFirst());
  }

  Optional<Leading> leading(LocalProcess process) {
    return search(
        lines ->
            lines
                .filter(line -> line.contains(RUNNER))
                .map(LEADERSHIP::matcher)
                .filter(Matcher::find)
                .reduce((first, second) -> second)
                .filter(last -> last.group(2).equals("granted"))
                .map(last -> new Leading(process.name(), last.group(1))));
  }

  private <T> Optional<T> search(Function<Stream<String>, Optional<T>> what) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return what.apply(lines);
    } catch (IOException | UncheckedIOException e) {
      throw new LocalRuntimeException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
