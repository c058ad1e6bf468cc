package io.sightings.job.track;

/**
 * How often something was tried with the faces of a track.
 *
 * @param count how many faces
 * @param last when the last one was, in milliseconds of the source's clock
 * @param best highest quality of those
 */
public record Attempts(int count, long last, float best) {
  static final Attempts NONE = new Attempts(0, 0, 0);

  Attempts with(float quality, long now) {
    return new Attempts(count + 1, now, Math.max(best, quality));
  }
}
