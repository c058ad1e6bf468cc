package io.sightings.cli.demo;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.toolkit.scene.SightingFormatter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Says in a line what a revision changes; growing visits are no news. */
final class RevisionFormatter {
  private static final String LINE = "%s  %-6s  %s at %s%s";

  private final LatestSightings book;

  RevisionFormatter(LatestSightings book) {
    this.book = book;
  }

  Optional<String> of(Sighting now) {
    Sighting before = book.replace(now);
    if (before == null) {
      return Optional.of(first(now));
    }
    if (now.revision() <= before.revision()) {
      return Optional.empty();
    }
    if (now.status() == SightingStatus.MERGED) {
      return Optional.of(line(now.lastSeen(), "merged", before, intoWhom(now)));
    }
    if (!now.person().equals(before.person())) {
      return Optional.of(line(now.lastSeen(), "named", before, " is " + confident(now)));
    }
    if (now.status() == before.status()) {
      return Optional.empty();
    }
    return Optional.of(
        now.status() == SightingStatus.CLOSED
            ? line(now.lastSeen(), "left", now, visit(now))
            : line(now.lastSeen(), "back", now, ""));
  }

  private static String first(Sighting now) {
    String detail =
        now.similarity() == null ? "" : ", similarity " + SightingFormatter.similarity(now);
    return now.status() == SightingStatus.CLOSED
        ? line(now.firstSeen(), "seen", now, detail + visit(now))
        : line(now.firstSeen(), "seen", now, detail);
  }

  private String intoWhom(Sighting merged) {
    Sighting other = book.get(merged.mergedInto());
    return " belongs to the visit of "
        + (other == null ? merged.mergedInto() : SightingFormatter.who(other));
  }

  private static String confident(Sighting now) {
    return SightingFormatter.who(now)
        + (now.similarity() == null ? "" : ", similarity " + SightingFormatter.similarity(now));
  }

  private static String visit(Sighting now) {
    String frames = now.frames() + (now.frames() == 1 ? " frame" : " frames");
    return now.frames() == 1 ? "" : " after " + SightingFormatter.duration(now) + ", " + frames;
  }

  private static String line(Instant time, String what, Sighting about, String detail) {
    return String.format(
        Locale.ROOT,
        LINE,
        SightingFormatter.time(time),
        what,
        SightingFormatter.who(about),
        SightingFormatter.where(about),
        detail);
  }
}
