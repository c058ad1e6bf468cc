package io.sightings.azure.settings;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is done while a resource fails.
 *
 * @param attempts how often a call is sent at most; one that waits for a resource that is away is
 *     sent as often as its patience allows
 * @param firstDelay the longest pause before the second attempt; it doubles with each further one
 * @param longestDelay the longest pause before any attempt
 * @param failures in a row after which a resource is left alone
 * @param leaveFor how long it is left alone at first; that doubles with each probe that fails
 * @param leaveAtMost how long at most; while a call waits, no longer than a ninth of its patience
 */
public record OutageSettings(
    int attempts,
    Duration firstDelay,
    Duration longestDelay,
    int failures,
    Duration leaveFor,
    Duration leaveAtMost)
    implements Serializable {

  public static final OutageSettings DEFAULT =
      new OutageSettings(
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          5,
          Duration.ofSeconds(2),
          Duration.ofMinutes(2));

  public OutageSettings {
    Duration least = Duration.ofMillis(1);
    SettingRules.range("attempts", attempts, 1, 100);
    SettingRules.range("firstDelay", firstDelay, least, Duration.ofMinutes(1));
    SettingRules.range("longestDelay", longestDelay, firstDelay, Duration.ofHours(1));
    SettingRules.range("failures", failures, 1, 1000);
    SettingRules.range("leaveFor", leaveFor, least, Duration.ofHours(1));
    SettingRules.range("leaveAtMost", leaveAtMost, leaveFor, Duration.ofHours(24));
  }
}
