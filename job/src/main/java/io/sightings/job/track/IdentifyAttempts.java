package io.sightings.job.track;

/**
 * How often something was tried with the faces of a track.
 *
 * @param count how many faces
 * @param last when the last one was, in milliseconds of the source's clock
 * @param best highest quality of those
 */
public record IdentifyAttempts(int count, long last, float best) {
  static final IdentifyAttempts NONE = new IdentifyAttempts(0, 0, 0);

  IdentifyAttempts with(float quality, long now) {
    return new IdentifyAttempts(count + 1, now, Math.max(best, quality));
  }
}
