package io.sightings.cli.deploy;

import static io.sightings.cli.deploy.RepositoryFiles.list;
import static io.sightings.cli.deploy.RepositoryFiles.map;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Prometheus and Grafana ask for. */
final class PrometheusExpressions {
  private static final String ALERTS = "deploy/prometheus/alerts.yml";
  private static final String DASHBOARD = "deploy/grafana/dashboards/sightings.json";

  private PrometheusExpressions() {}

  static Stream<Object> rules() throws IOException {
    return list(RepositoryFiles.yaml(ALERTS).get("groups")).stream()
        .flatMap(group -> list(map(group).get("rules")).stream());
  }

  /** All names of a form that rules and dashboard use. */
  static Set<String> names(Pattern form) throws IOException {
    Set<String> names = new TreeSet<>();
    form.matcher(RepositoryFiles.text(ALERTS) + RepositoryFiles.text(DASHBOARD))
        .results()
        .map(MatchResult::group)
        .forEach(names::add);
    return names;
  }
}
