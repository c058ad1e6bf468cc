package io.sightings.job.sighting;

import io.sightings.contract.Alert;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting;
import io.sightings.job.settings.WatchRule;
import java.util.List;

/** Who is watched for, and where. */
final class AlertWatchlist {

  private final List<WatchRule> rules;

  AlertWatchlist(List<WatchRule> rules) {
    this.rules = rules;
  }

  List<Alert> alertsFor(Sighting sighting) {
    return rules.stream()
        .filter(rule -> matches(rule, sighting))
        .map(rule -> alert(rule, sighting))
        .toList();
  }

  private static boolean matches(WatchRule rule, Sighting sighting) {
    boolean here = rule.sources().isEmpty() || rule.sources().contains(sighting.source().id());
    boolean who =
        sighting.person().known()
            ? rule.people().contains(sighting.person().id())
            : rule.strangers() && isStranger(sighting);
    return here && who;
  }

  /** A person without an answer of the service may be anyone. */
  private static boolean isStranger(Sighting sighting) {
    return sighting.inquiry() == null || sighting.inquiry().outcome() == InquiryOutcome.UNKNOWN;
  }

  private static Alert alert(WatchRule rule, Sighting sighting) {
    return new Alert(
        rule.name() + "/" + sighting.id() + "/" + sighting.person().id(),
        rule.name(),
        sighting.id(),
        sighting.source(),
        sighting.person(),
        sighting.lastSeen());
  }
}
