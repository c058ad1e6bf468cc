package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.util.List;

/**
 * Whom to alert for, and where.
 *
 * @param name of the rule, in every alert
 * @param people ids of the people watched for
 * @param strangers whether any stranger counts
 * @param sources ids of the sources watched; empty means all
 */
public record WatchRule(String name, List<String> people, Boolean strangers, List<String> sources)
    implements Serializable {

  public WatchRule {
    SettingChecks.notBlank("name", name);
    strangers = strangers != null && strangers;
    people = people == null ? List.of() : List.copyOf(people);
    sources = sources == null ? List.of() : List.copyOf(sources);
    SettingChecks.that(
        strangers || !people.isEmpty(), "people", people, "person ids, or strangers: true");
  }
}
