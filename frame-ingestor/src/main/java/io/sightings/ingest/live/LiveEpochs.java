package io.sightings.ingest.live;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names runs of live sources after the time they begin; no two are alike. */
final class LiveEpochs {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'live-'yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private long last = Long.MIN_VALUE;

  /** Even where the clock was set back. */
  synchronized String next(Instant now) {
    last = Math.max(last + 1, now.toEpochMilli());
    return NAME.format(Instant.ofEpochMilli(last));
  }
}
