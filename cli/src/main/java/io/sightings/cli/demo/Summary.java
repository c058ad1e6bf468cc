package io.sightings.cli.demo;

import io.sightings.cli.console.Table;
import io.sightings.cli.watch.SightingText;
import io.sightings.contract.Sighting;
import java.io.PrintWriter;
import java.util.List;

/** Who was where, when: the product, as a table. */
final class Summary {

  private Summary() {}

  static void print(PrintWriter out, SightingBook book) {
    List<Sighting> visits = book.visits();
    out.println();
    if (visits.isEmpty()) {
      out.println("Nobody was seen.");
      return;
    }
    Table table = new Table("WHO", "WHERE", "FIRST SEEN", "LAST SEEN", "FRAMES>", "SIMILARITY>");
    for (Sighting visit : visits) {
      table.row(
          SightingText.who(visit),
          SightingText.where(visit),
          SightingText.time(visit.firstSeen()),
          SightingText.time(visit.lastSeen()),
          Integer.toString(visit.frames()),
          SightingText.similarity(visit));
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
