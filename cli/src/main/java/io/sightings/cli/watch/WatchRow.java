package io.sightings.cli.watch;

import io.sightings.contract.Sighting;
import io.sightings.toolkit.scene.SightingText;
import java.util.Locale;

/** One revision as a row. The widths are fixed: a stream has no widest cell. */
final class WatchRow {
  private static final String FORMAT = "%-19s  %-6s  %-24s  %-24s  %10s  %6s  %10s";

  String head() {
    return String.format(
        Locale.ROOT, FORMAT, "LAST SEEN", "STATUS", "WHO", "WHERE", "FOR", "FRAMES", "SIMILARITY");
  }

  String line(Sighting sighting) {
    return String.format(
        Locale.ROOT,
        FORMAT,
        SightingText.time(sighting.lastSeen()),
        sighting.status().name().toLowerCase(Locale.ROOT),
        SightingText.who(sighting),
        SightingText.where(sighting),
        SightingText.duration(sighting),
        sighting.frames(),
        SightingText.similarity(sighting));
  }
}
