package io.sightings.cli.demo;

import io.sightings.contract.Sighting;
import io.sightings.toolkit.console.TextTable;
import io.sightings.toolkit.scene.SightingFormatter;
import java.io.PrintWriter;
import java.util.List;

/** Who was where, when: the product, as a table. */
final class VisitSummary {

  private VisitSummary() {}

  static void print(PrintWriter out, LatestSightings book) {
    List<Sighting> visits = book.visits();
    out.println();
    if (visits.isEmpty()) {
      out.println("Nobody was seen.");
      return;
    }
    TextTable table =
        new TextTable("WHO", "WHERE", "FIRST SEEN", "LAST SEEN", "FRAMES>", "SIMILARITY>");
    for (Sighting visit : visits) {
      table.row(
          SightingFormatter.who(visit),
          SightingFormatter.where(visit),
          SightingFormatter.time(visit.firstSeen()),
          SightingFormatter.time(visit.lastSeen()),
          Integer.toString(visit.frames()),
          SightingFormatter.similarity(visit));
    }
    table.print(out);
    long people = visits.stream().map(v -> v.person().id()).distinct().count();
    long known = visits.stream().filter(v -> v.person().known()).count();
    out.printf(
        "%d sightings of %d people, %d of them named%s.%n",
        visits.size(), people, known, book.merged() == 0 ? "" : "; " + book.merged() + " merged");
    out.flush();
  }
}
