package io.sightings.job.track;

import io.sightings.contract.FaceBox;
import io.sightings.job.detect.SeenFace;
import org.jspecify.annotations.Nullable;

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
public record FaceTrack(
    String id,
    FaceBox box,
    long seen,
    float speedX,
    float speedY,
    int judgeable,
    IdentifyAttempts compared,
    IdentifyAttempts asked,
    @Nullable SeenFace shot) {

  static FaceTrack start(String id, FaceBox box, long now) {
    return new FaceTrack(id, box, now, 0, 0, 0, IdentifyAttempts.NONE, IdentifyAttempts.NONE, null);
  }

  FaceTrack movedTo(FaceBox to, long now) {
    float seconds = (now - seen) / 1000f;
    if (seconds <= 0) {
      return new FaceTrack(id, to, now, speedX, speedY, judgeable, compared, asked, shot);
    }
    // Half old, half new: a detector's box trembles.
    float x = speedX / 2 + (to.centreX() - box.centreX()) / seconds / 2;
    float y = speedY / 2 + (to.centreY() - box.centreY()) / seconds / 2;
    return new FaceTrack(id, to, now, x, y, judgeable, compared, asked, shot);
  }

  /** The same motion under another id: the face may be another person's. */
  FaceTrack under(String newId) {
    return new FaceTrack(
        newId, box, seen, speedX, speedY, 0, IdentifyAttempts.NONE, IdentifyAttempts.NONE, null);
  }

  FaceTrack withJudgeableFace() {
    return new FaceTrack(id, box, seen, speedX, speedY, judgeable + 1, compared, asked, shot);
  }

  FaceTrack comparing(float quality, long now) {
    IdentifyAttempts more = compared.with(quality, now);
    return new FaceTrack(id, box, seen, speedX, speedY, judgeable, more, asked, shot);
  }

  FaceTrack askingAbout(float quality, long now) {
    IdentifyAttempts more = asked.with(quality, now);
    return new FaceTrack(id, box, seen, speedX, speedY, judgeable, compared, more, shot);
  }

  /** Keeps the face, should it be the best one that can be sent again. */
  FaceTrack keeping(SeenFace face) {
    boolean better = face.picture() != null && (shot == null || face.quality() >= shot.quality());
    SeenFace best = better ? face.withoutCrop() : shot;
    return new FaceTrack(id, box, seen, speedX, speedY, judgeable, compared, asked, best);
  }
}
