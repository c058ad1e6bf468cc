package io.sightings.engine.enrol;

import io.sightings.contract.FaceBox;
import io.sightings.engine.FaceQuality;
import io.sightings.engine.gallery.GalleryCandidate;
import org.jspecify.annotations.Nullable;

/** Whether a photo may stand for a person in the gallery. */
public sealed interface EnrolmentPhotoAssessment {

  /**
   * A face template.
   *
   * @param embedding of length 1, made by {@code model}
   * @param model the embedder's name
   * @param box where the face is on the photo
   * @param quality of the face
   * @param crop the aligned face, as in {@link io.sightings.engine.DetectedFace#crop()}
   * @param photoSha256 of the photo's bytes: the same photo twice is one template
   * @param remark what the owner of the photo should know, in sentences: which of several faces was
   *     taken, and that it is small; null for nothing
   */
  record Accepted(
      float[] embedding,
      String model,
      FaceBox box,
      FaceQuality quality,
      byte @Nullable [] crop,
      String photoSha256,
      @Nullable String remark)
      implements EnrolmentPhotoAssessment {}

  /**
   * @param reason for counting
   * @param text one sentence for the owner of the photo
   */
  record Rejected(Reason reason, @Nullable String text) implements EnrolmentPhotoAssessment {}

  /**
   * The face of another person who is already in the gallery.
   *
   * @param other who it resembles
   * @param text one sentence for the owner of the photo
   * @param face what was found; to be taken after all where the user insists
   */
  record Duplicate(GalleryCandidate other, String text, Accepted face)
      implements EnrolmentPhotoAssessment {}

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
