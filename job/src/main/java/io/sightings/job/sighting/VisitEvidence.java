package io.sightings.job.sighting;

import io.sightings.job.settings.SightingSettings;

/**
 * How much must be seen of a person before it is a visit. At a slow rate a person who passes is in
 * one picture or two, and a single picture stands for more time.
 *
 * @param interval between two pictures, in milliseconds; 0 while unknown
 */
record VisitEvidence(SightingSettings settings, long interval) {
  /** Of the average that the next interval replaces. */
  private static final double PART = 0.2;

  /** A pause of the source says nothing about its rate. */
  private static final long MAX_INTERVAL = 2000;

  /** From this interval on, a person may be in one picture only. */
  private static final long SLOW_INTERVAL = 400;

  /** Detectors take something else for a face now and then, but seldom twice. */
  private static final int MIN_FACES = 2;

  /** In this time an open stranger is to be published. */
  private static final double OPEN_MILLIS = 1000;

  /** The average interval after one more picture. */
  static long next(long average, long interval) {
    long bounded = Math.max(0, Math.min(MAX_INTERVAL, interval));
    return average == 0 ? bounded : Math.round(average + PART * (bounded - average));
  }

  /**
   * Faces without a name that make a visit, when it is over. At a slow rate a single face is enough
   * if no other person was near: otherwise it may show a person who was half hidden.
   */
  int facesToClose(VisitState visit) {
    boolean alone =
        visit.near().isEmpty()
            && visit.company().visits().isEmpty()
            && visit.company().people().isEmpty();
    return interval >= SLOW_INTERVAL && alone ? 1 : MIN_FACES;
  }

  /** Faces without a name that make a visit while the person is there. */
  int facesToOpen() {
    return interval == 0
        ? settings.strangerFaces()
        : (int) Math.min(settings.strangerFaces(), Math.ceil(OPEN_MILLIS / interval) + 1);
  }
}
