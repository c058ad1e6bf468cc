package io.sightings.engine.enrol;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FaceQuality;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment.Accepted;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment.Reason;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment.Rejected;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.gallery.GalleryCandidate;
import io.sightings.engine.model.Sha256Digest;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Decides which photos people can be enrolled with. One per thread. */
public final class EnrolmentPhotoAssessor implements AutoCloseable {
  /**
   * A smaller face is enlarged more than twice for the embedder. Templates of faces with 43 and 46
   * pixels reached 0.43 with photos of another person, whose similarity is 0.33 on larger photos.
   */
  private static final double MIN_GOOD_SIZE = DetectedFace.CROP_SIDE / 2.0;

  private final FrameAnalyser analyser;
  private final FaceEmbedder embedder;
  private final EngineSettings.Gate gate;

  /**
   * @param engine outlives this judge
   * @param settings those the engine was acquired with
   */
  public EnrolmentPhotoAssessor(FaceEngine engine, EngineSettings settings) {
    this.analyser = engine.newPhotoAnalyser();
    this.embedder = engine.embedder();
    this.gate = settings.gate();
  }

  /** Judges a photo by itself: {@link Accepted} or {@link Rejected}. */
  public EnrolmentPhotoAssessment judge(byte[] photo) {
    FrameAnalysis analysis;
    try {
      analysis = analyser.analyse(photo);
    } catch (UnreadableImageException e) {
      return new Rejected(Reason.UNREADABLE, e.getMessage());
    }
    if (analysis.faces().isEmpty()) {
      return new Rejected(Reason.NO_FACE, "There is no face on the photo.");
    }
    DominantFace dominant = DominantFace.of(analysis.faces());
    if (dominant.rivals() > 0) {
      return severalFaces(dominant);
    }
    FaceQuality quality = dominant.face().quality();
    return quality.judgeable() ? accepted(photo, dominant) : unfit(quality);
  }

  /**
   * Judges a photo beside the people already known; a {@link EnrolmentPhotoAssessment.Duplicate}
   * where it shows one of the others.
   */
  public EnrolmentPhotoAssessment judge(byte[] photo, String personId, Gallery known) {
    EnrolmentPhotoAssessment verdict = judge(photo);
    if (!(verdict instanceof Accepted accepted)) {
      return verdict;
    }
    GalleryCandidate other = known.without(personId).search(accepted.embedding()).best();
    if (other == null || other.similarity() < embedder.threshold()) {
      return verdict;
    }
    String text =
        String.format(
            Locale.ROOT,
            "The face is that of %s, who is already known (similarity %.2f, from %.2f on faces are the same).",
            other.name(),
            other.similarity(),
            embedder.threshold());
    return new EnrolmentPhotoAssessment.Duplicate(other, text, accepted);
  }

  private Accepted accepted(byte[] photo, DominantFace dominant) {
    DetectedFace face = dominant.face();
    return new Accepted(
        embedder.embed(face.crop()),
        embedder.model(),
        face.box(),
        face.quality(),
        face.crop(),
        Sha256Digest.of(photo),
        remark(dominant));
  }

  private static @Nullable String remark(DominantFace dominant) {
    StringJoiner remark = new StringJoiner(" ").setEmptyValue("");
    if (!dominant.others().isEmpty()) {
      remark.add(
          String.format(
              Locale.ROOT,
              "The largest of %d faces is taken; the next has %.0f %% of its area.",
              dominant.others().size() + 1,
              100 * dominant.nextShare()));
    }
    if (dominant.face().quality().size() < MIN_GOOD_SIZE) {
      remark.add(
          String.format(
              Locale.ROOT,
              "The face has only %.0f pixels; a photo with %.0f or more makes fewer mistakes.",
              dominant.face().quality().size(),
              MIN_GOOD_SIZE));
    }
    return remark.length() == 0 ? null : remark.toString();
  }

  private static Rejected severalFaces(DominantFace dominant) {
    return new Rejected(
        Reason.SEVERAL_FACES,
        String.format(
            Locale.ROOT,
            "There are %d faces on the photo, and none is clearly the main one: the second has"
                + " %.0f %% of the area of the largest. Cut the photo to one person.",
            dominant.rivals() + 1,
            100 * dominant.nextShare()));
  }

  private Rejected unfit(FaceQuality quality) {
    if (quality.score() < gate.minScore()) {
      return rejected(
          Reason.TOO_UNCERTAIN,
          "The face is too unclear: the detector gives it %.2f, at least %.2f is needed.",
          quality.score(),
          gate.minScore());
    }
    if (quality.sharpness() == 0) {
      return rejected(
          Reason.TOO_SMALL,
          "The face is too small: its shorter side has %.0f pixels, at least %.0f are needed.",
          quality.size(),
          gate.minSize());
    }
    return rejected(
        Reason.TOO_BLURRED,
        "The face is too blurred: its sharpness is %.0f, at least %.0f is needed.",
        quality.sharpness(),
        gate.minSharpness());
  }

  private static Rejected rejected(Reason reason, String text, double is, double least) {
    return new Rejected(reason, String.format(Locale.ROOT, text, is, least));
  }

  @Override
  public void close() {
    analyser.close();
  }
}
