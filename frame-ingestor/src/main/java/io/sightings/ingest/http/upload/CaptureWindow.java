package io.sightings.ingest.http.upload;

import io.sightings.contract.settings.DurationText;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The capture times an upload may have. Each day has a folder of its own in the files of sightings,
 * so that a client that may state any time may create any number of folders.
 *
 * @param back how far a time may lie in the past
 */
record CaptureWindow(Duration back) {
  /** For clocks that are wrong and times without a zone. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /**
   * @param what the subject of the error, such as "The time"
   * @throws ProblemException if the time is outside
   */
  void check(String what, Instant time) throws ProblemException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant earliest = now.minus(back);
    Instant latest = now.plus(AHEAD);
    if (time.isBefore(earliest) || time.isAfter(latest)) {
      throw new ProblemException(
          ProblemKind.BAD_CAPTURE_TIME,
          "%s must be from %s to %s (server.captureWindow is %s)."
              .formatted(what, earliest, latest, DurationText.format(back)));
    }
  }
}
