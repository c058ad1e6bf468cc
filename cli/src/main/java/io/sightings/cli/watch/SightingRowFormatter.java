package io.sightings.cli.watch;

import io.sightings.contract.Sighting;
import io.sightings.toolkit.scene.SightingFormatter;
import java.util.Locale;

/** One revision as a row. The widths are fixed: a stream has no widest cell. */
final class SightingRowFormatter {
  private static final String FORMAT = "%-19s  %-6s  %-24s  %-24s  %10s  %6s  %10s";

  String head() {
    return String.format(
        Locale.ROOT, FORMAT, "LAST SEEN", "STATUS", "WHO", "WHERE", "FOR", "FRAMES", "SIMILARITY");
  }

  String line(Sighting sighting) {
    return String.format(
        Locale.ROOT,
        FORMAT,
        SightingFormatter.time(sighting.lastSeen()),
        sighting.status().name().toLowerCase(Locale.ROOT),
        SightingFormatter.who(sighting),
        SightingFormatter.where(sighting),
        SightingFormatter.duration(sighting),
        sighting.frames(),
        SightingFormatter.similarity(sighting));
  }
}
