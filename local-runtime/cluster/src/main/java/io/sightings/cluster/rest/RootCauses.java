package io.sightings.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Flink answers with stack traces; the last cause in them says what is wrong. */
final class RootCauses {
  private static final String CAUSE = "Caused by: ";

  private RootCauses() {}

  /** The errors of an answer, as one line. */
  static String inShort(JsonNode answer) {
    StringBuilder all = new StringBuilder();
    answer.path("errors").forEach(error -> all.append(error.asText()).append('\n'));
    return all.isEmpty() ? answer.toString() : root(all.toString());
  }

  /** The deepest cause of a stack trace, as one line. */
  static String root(String trace) {
    List<String> lines = trace.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.startsWith(CAUSE))
        .reduce((first, second) -> second)
        .map(line -> line.substring(CAUSE.length()))
        .orElse(lines.isEmpty() ? "no reason is given" : lines.get(0));
  }
}
