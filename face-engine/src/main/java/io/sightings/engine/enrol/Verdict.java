package io.sightings.engine.enrol;

import io.sightings.engine.Box;
import io.sightings.engine.Quality;
import io.sightings.engine.gallery.Candidate;

/** Whether a photo may stand for a person in the gallery. */
public sealed interface Verdict {

  /**
   * A face template.
   *
   * @param embedding of length 1, made by {@code model}
   * @param model the embedder's name
   * @param box where the face is on the photo
   * @param quality of the face
   * @param crop the aligned face, as in {@link io.sightings.engine.DetectedFace#crop()}
   * @param photoSha256 of the photo's bytes: the same photo twice is one template
   */
  record Accepted(
      float[] embedding, String model, Box box, Quality quality, byte[] crop, String photoSha256)
      implements Verdict {}

  /**
   * @param reason for counting
   * @param text one sentence for whoever gave the photo
   */
  record Rejected(Reason reason, String text) implements Verdict {}

  /**
   * The face of somebody else who is already in the gallery.
   *
   * @param other who it resembles
   * @param text one sentence for whoever gave the photo
   * @param face what was found; to be taken after all where the user insists
   */
  record Duplicate(Candidate other, String text, Accepted face) implements Verdict {}

  /** Why a photo is of no use. */
  enum Reason {
    UNREADABLE,
    NO_FACE,
    SEVERAL_FACES,
    TOO_SMALL,
    TOO_BLURRED,
    TOO_UNCERTAIN
  }
}
