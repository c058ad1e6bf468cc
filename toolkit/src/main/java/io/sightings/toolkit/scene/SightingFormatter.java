package io.sightings.toolkit.scene;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.UntrustedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The parts of a sighting in words people read. Times are of this machine's time zone. */
public final class SightingFormatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String NONE = "-";

  private SightingFormatter() {}

  public static String who(Sighting sighting) {
    Sighting.Who who = sighting.person();
    return UntrustedText.printable(who.known() ? who.name() : who.id());
  }

  /** The source, with its location where it has one, and the photo where it is one. */
  public static String where(Sighting sighting) {
    String location = sighting.source().location();
    String subject = sighting.bestShot() == null ? null : sighting.bestShot().subject();
    String source = sighting.source().id() + (location == null ? "" : " (" + location + ")");
    return UntrustedText.printable(subject == null ? source : source + "/" + subject);
  }

  public static String time(Instant time) {
    return TIME.format(time.atZone(ZoneId.systemDefault()));
  }

  public static String similarity(Sighting sighting) {
    return sighting.similarity() == null
        ? NONE
        : String.format(Locale.ROOT, "%.2f", sighting.similarity());
  }

  /** From first to last seen, such as "12 s" or "3 min 5 s". */
  public static String duration(Sighting sighting) {
    Duration length = Duration.between(sighting.firstSeen(), sighting.lastSeen());
    long seconds = Math.round(length.toMillis() / 1000.0);
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
