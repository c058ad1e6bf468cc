package io.sightings.ingest.settings;

import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.TextLimits;
import io.sightings.contract.settings.SettingChecks;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requires that the job takes the texts of a source: they are copied into each sighting. */
final class SourceTexts {

  private SourceTexts() {}

  static void check(String location, Map<String, String> labels) {
    SettingChecks.that(
        location.length() <= TextLimits.MAX_TEXT,
        "location",
        "of " + location.length() + " characters",
        TextLimits.MAX_TEXT + " at most");
    SettingChecks.that(
        labels.size() <= TextLimits.MAX_LABELS,
        "labels",
        labels.size() + " labels",
        TextLimits.MAX_LABELS + " at most");
    int length = new String(Json.write(labels), StandardCharsets.UTF_8).length();
    SettingChecks.that(
        length <= TextLimits.MAX_LABELS_JSON,
        "labels",
        "of " + length + " characters in JSON",
        TextLimits.MAX_LABELS_JSON + " at most");
  }
}
