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
import java.util.List;
import java.util.Locale;

/** Decides which photos people can be enrolled with. One per thread. */
public final class EnrolmentPhotoAssessor implements AutoCloseable {
  /**
   * A face in the background, not a second person: less than this share of the main face's area.
   */
  private static final double BACKGROUND = 0.25;

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
    DetectedFace face = largest(analysis.faces());
    long sitters =
        analysis.faces().stream()
            .filter(each -> each.box().area() >= BACKGROUND * face.box().area())
            .count();
    if (sitters > 1) {
      return new Rejected(
          Reason.SEVERAL_FACES,
          "There are " + sitters + " faces on the photo; it must show one person.");
    }
    return face.quality().judgeable() ? accepted(photo, face) : unfit(face.quality());
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

  private Accepted accepted(byte[] photo, DetectedFace face) {
    return new Accepted(
        embedder.embed(face.crop()),
        embedder.model(),
        face.box(),
        face.quality(),
        face.crop(),
        Sha256Digest.of(photo));
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

  private static DetectedFace largest(List<DetectedFace> faces) {
    DetectedFace largest = faces.get(0);
    for (DetectedFace face : faces) {
      if (face.box().area() > largest.box().area()) {
        largest = face;
      }
    }
    return largest;
  }

  @Override
  public void close() {
    analyser.close();
  }
}
