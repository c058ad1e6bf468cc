package io.sightings.job.sighting;

import io.sightings.contract.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sightings as short lines. */
final class Summary {

  private Summary() {}

  static List<String> of(List<Sighting> sightings) {
    List<String> strangers = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Sighting sighting : sightings) {
      String who = sighting.person().id();
      if (!sighting.person().known()) {
        if (!strangers.contains(who)) {
          strangers.add(who);
        }
        who = "stranger " + (char) ('A' + strangers.indexOf(who));
      }
      lines.add(
          "%s %s-%s %s"
              .formatted(
                  who,
                  second(sighting.firstSeen()),
                  second(sighting.lastSeen()),
                  sighting.status().name().toLowerCase(Locale.ROOT)));
    }
    return lines;
  }

  private static String second(Instant time) {
    double seconds = Story.secondsOf(time);
    return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : "" + seconds;
  }
}
