package io.sightings.job.track;

import io.sightings.contract.Sighting.FaceBox;

/**
 * A face followed from frame to frame.
 *
 * @param id frame id of its first face and that face's place in the frame, so a replay gives it
 *     again
 * @param box where it was last
 * @param seen when that was, in milliseconds of the source's clock
 * @param speedX in pixels per second
 * @param speedY in pixels per second
 * @param asked how many of its faces were sent to be identified
 * @param askedAt when the last one was, in milliseconds of the source's clock
 * @param best highest quality of those
 */
public record Track(
    String id,
    FaceBox box,
    long seen,
    float speedX,
    float speedY,
    int asked,
    long askedAt,
    float best) {

  static Track start(String id, FaceBox box, long now) {
    return new Track(id, box, now, 0, 0, 0, 0, 0);
  }

  Track movedTo(FaceBox to, long now) {
    float seconds = (now - seen) / 1000f;
    if (seconds <= 0) {
      return new Track(id, to, now, speedX, speedY, asked, askedAt, best);
    }
    // Half old, half new: a detector's box trembles.
    float x = speedX / 2 + (Boxes.centreX(to) - Boxes.centreX(box)) / seconds / 2;
    float y = speedY / 2 + (Boxes.centreY(to) - Boxes.centreY(box)) / seconds / 2;
    return new Track(id, to, now, x, y, asked, askedAt, best);
  }

  Track askedAbout(float quality, long now) {
    return new Track(id, box, seen, speedX, speedY, asked + 1, now, Math.max(best, quality));
  }
}
