package io.sightings.job.sighting;

/**
 * What the world was last told about a visit.
 *
 * @param revision 0 for nothing yet
 * @param personId who it was said to be
 * @param name under which name; null for a stranger
 * @param seen up to when, in milliseconds of the source's clock
 * @param closed whether it was said to be over
 */
public record Published(int revision, String personId, String name, long seen, boolean closed) {
  static final Published NOTHING = new Published(0, null, null, 0, false);
}
