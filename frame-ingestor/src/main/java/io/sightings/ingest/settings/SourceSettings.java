package io.sightings.ingest.settings;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.settings.Check;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * One thing to read.
 *
 * @param input path of a video, a photo or a folder
 * @param id names the source; empty takes the name of the file
 * @param location where it looks, in words; may be empty
 * @param labels free labels, copied into every sighting
 * @param start capture time of the first frame, ISO-8601 with a zone; empty takes what the file
 *     says
 */
public record SourceSettings(
    String input, String id, String location, Map<String, String> labels, String start) {

  public SourceSettings {
    id = id == null ? "" : id;
    location = location == null ? "" : location;
    start = start == null ? "" : start;
    labels = labels == null ? Map.of() : Map.copyOf(labels);
    Check.notBlank("input", input);
    Check.that(id.isEmpty() || SourceInfo.isValidId(id), "id", id, SourceInfo.ID_PATTERN);
    parse(start);
  }

  public static SourceSettings of(String input) {
    return new SourceSettings(input, "", "", Map.of(), "");
  }

  public SourceSettings withId(String other) {
    return new SourceSettings(input, other, location, labels, start);
  }

  public SourceSettings withStart(Instant other) {
    return new SourceSettings(input, id, location, labels, other.toString());
  }

  /** The capture time of the first frame, or null where the file is to say it. */
  public Instant startTime() {
    return parse(start);
  }

  private static Instant parse(String start) {
    if (start.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(start).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "start is \"" + start + "\", allowed is a time such as 2026-11-21T09:30:00+01:00", e);
    }
  }
}
