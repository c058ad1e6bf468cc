package io.sightings.cli.deploy;

import static io.sightings.cli.deploy.RepositoryFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What alerts say leads somewhere. */
class AlertsTest {
  private static final Pattern RECORDED = Pattern.compile("\\bsightings:\\w+:\\w+");

  @Test
  void theFaceServicesMetricsAreNamedAsHere() throws IOException {
    assertThat(
            RepositoryFiles.text(
                "job/src/main/java/io/sightings/job/identify/remote/RemoteIdentifyMetrics.java"))
        .contains("addGroup(\"answers\")", "gauge(\"paidCalls\"", "outcome.name()");
  }

  @Test
  void whatTheDashboardTakesFromRulesIsRecordedThere() throws IOException {
    Set<String> recorded = new HashSet<>();
    PrometheusExpressions.rules()
        .filter(rule -> map(rule).containsKey("record"))
        .forEach(rule -> recorded.add((String) map(rule).get("record")));

    assertThat(PrometheusExpressions.names(RECORDED)).isNotEmpty().isSubsetOf(recorded);
  }

  @Test
  void everyAlertHasAParagraphThatSaysWhatToDo() throws IOException {
    Set<String> headings = new HashSet<>();
    for (String line : RepositoryFiles.text("docs/operations.md").lines().toList()) {
      if (line.startsWith("#")) {
        headings.add(
            line.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-'));
      }
    }
    List<Object> alerts =
        PrometheusExpressions.rules().filter(rule -> map(rule).containsKey("alert")).toList();
    assertThat(alerts).hasSizeGreaterThan(10);
    for (Object alert : alerts) {
      String runbook = (String) map(map(alert).get("annotations")).get("runbook");
      assertThat(runbook)
          .as(String.valueOf(map(alert).get("alert")))
          .startsWith("docs/operations.md#");
      assertThat(headings).contains(runbook.split("#")[1]);
      assertThat(map(map(alert).get("labels")).get("severity")).isIn("warning", "critical");
    }
  }
}
