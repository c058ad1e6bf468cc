package io.sightings.cluster;

import io.sightings.cluster.process.LocalProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a job manager tells only in its log: the port it took, and whether it leads. Its REST API
 * has neither.
 */
record JobManagerLog(Path file) {
  private static final Pattern ADDRESS =
      Pattern.compile("Rest endpoint listening at ([0-9.]+:[0-9]+)");
  private static final Pattern LEADERSHIP =
      Pattern.compile("(\\S+ \\S+|\\S+T\\S+) .*DispatcherRunner was (granted|revoked) leadership");

  /**
   * @param since when it was elected, as text that sorts
   */
  record Leading(String name, String since) {}

  Optional<URI> address() {
    return lines().stream()
        .map(ADDRESS::matcher)
        .filter(Matcher::find)
        .map(found -> URI.create("http://" + found.group(1) + "/"))
        .findFirst();
  }

  Optional<Leading> leading(LocalProcess process) {
    return lines().stream()
        .map(LEADERSHIP::matcher)
        .filter(Matcher::find)
        .reduce((first, second) -> second)
        .filter(last -> last.group(2).equals("granted"))
        .map(last -> new Leading(process.name(), last.group(1)));
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
    } catch (IOException e) {
      throw new ClusterException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
