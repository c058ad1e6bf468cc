package io.sightings.job.track;

import io.sightings.contract.Sighting.FaceBox;
import io.sightings.job.detect.SeenFace;

/**
 * A face followed from frame to frame.
 *
 * @param id frame id of its first face and that face's place in the frame, so a replay gives it
 *     again
 * @param box where it was last
 * @param seen when that was, in milliseconds of the source's clock
 * @param speedX in pixels per second
 * @param speedY in pixels per second
 * @param judgeable how many of its faces were good enough to be compared
 * @param compared those sent to be compared here
 * @param asked those a service was to be asked about
 * @param shot the best of those, to be asked about again when the track is over; null where there
 *     is none, and for recordings, whose questions wait
 */
public record Track(
    String id,
    FaceBox box,
    long seen,
    float speedX,
    float speedY,
    int judgeable,
    Attempts compared,
    Attempts asked,
    SeenFace shot) {

  static Track start(String id, FaceBox box, long now) {
    return new Track(id, box, now, 0, 0, 0, Attempts.NONE, Attempts.NONE, null);
  }

  Track movedTo(FaceBox to, long now) {
    float seconds = (now - seen) / 1000f;
    if (seconds <= 0) {
      return new Track(id, to, now, speedX, speedY, judgeable, compared, asked, shot);
    }
    // Half old, half new: a detector's box trembles.
    float x = speedX / 2 + (Boxes.centreX(to) - Boxes.centreX(box)) / seconds / 2;
    float y = speedY / 2 + (Boxes.centreY(to) - Boxes.centreY(box)) / seconds / 2;
    return new Track(id, to, now, x, y, judgeable, compared, asked, shot);
  }

  Track withJudgeableFace() {
    return new Track(id, box, seen, speedX, speedY, judgeable + 1, compared, asked, shot);
  }

  Track comparing(float quality, long now) {
    Attempts more = compared.with(quality, now);
    return new Track(id, box, seen, speedX, speedY, judgeable, more, asked, shot);
  }

  Track askingAbout(float quality, long now) {
    Attempts more = asked.with(quality, now);
    return new Track(id, box, seen, speedX, speedY, judgeable, compared, more, shot);
  }

  /** Keeps the face, should it be the best one that can be sent again. */
  Track keeping(SeenFace face) {
    boolean better = face.picture() != null && (shot == null || face.quality() >= shot.quality());
    SeenFace best = better ? face.withoutCrop() : shot;
    return new Track(id, box, seen, speedX, speedY, judgeable, compared, asked, best);
  }
}
