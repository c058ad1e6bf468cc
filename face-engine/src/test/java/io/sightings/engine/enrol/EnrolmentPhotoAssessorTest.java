package io.sightings.engine.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FaceQuality;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import io.sightings.engine.ShotSettings;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment.Reason;
import io.sightings.engine.gallery.Gallery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentPhotoAssessorTest {
  private static final byte[] PHOTO = {1, 2, 3};
  private static final FaceBox LARGE = new FaceBox(100, 100, 200, 200);
  private static final DetectedFace GOOD =
      face(LARGE, new FaceQuality(200, 90, 0.9f, 0, 0.8f, true));

  @Test
  void aPhotoOfOneFaceIsAccepted() {
    EnrolmentPhotoAssessment.Accepted accepted = (EnrolmentPhotoAssessment.Accepted) judge(GOOD);
    assertThat(accepted.embedding()).containsExactly(1, 0);
    assertThat(accepted.model()).isEqualTo("two-numbers");
    assertThat(accepted.photoSha256())
        .isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
  }

  @Test
  void somebodyFarInTheBackgroundDoesNotMatterButASecondSitterDoes() {
    DetectedFace farAway = face(new FaceBox(0, 0, 50, 50), GOOD.quality());
    DetectedFace beside = face(new FaceBox(400, 100, 180, 180), GOOD.quality());
    assertThat(judge(GOOD, farAway)).isInstanceOf(EnrolmentPhotoAssessment.Accepted.class);
    assertThat(reason(judge(GOOD, beside))).isEqualTo(Reason.SEVERAL_FACES);
  }

  @Test
  void aHiddenFaceBelongsToTheBackgroundUpToHalfTheSize() {
    FaceQuality hidden = new FaceQuality(120, 0, 0.75f, 0, 0, false);
    assertThat(judge(GOOD, face(new FaceBox(400, 100, 130, 130), hidden)))
        .isInstanceOf(EnrolmentPhotoAssessment.Accepted.class);
    assertThat(reason(judge(GOOD, face(new FaceBox(400, 100, 160, 160), hidden))))
        .isEqualTo(Reason.SEVERAL_FACES);
  }

  @Test
  void theRemarkNamesTheOtherFacesAndASmallFaceAndIsAbsentOtherwise() {
    DetectedFace farAway = face(new FaceBox(0, 0, 50, 50), GOOD.quality());
    DetectedFace small = face(LARGE, new FaceQuality(45, 90, 0.9f, 0, 0.8f, true));
    assertThat(remark(judge(GOOD))).isNull();
    assertThat(remark(judge(GOOD, farAway)))
        .isEqualTo("The largest of 2 faces is taken; the next has 6 % of its area.");
    assertThat(remark(judge(small))).contains("only 45 pixels");
  }

  @Test
  void aPhotoIsRejectedForTheReasonThatCanBeMended() {
    assertThat(reason(judge())).isEqualTo(Reason.NO_FACE);
    assertThat(reason(judge(unfit(new FaceQuality(20, 0, 0.9f, 0, 0, false)))))
        .isEqualTo(Reason.TOO_SMALL);
    assertThat(reason(judge(unfit(new FaceQuality(200, 3, 0.9f, 0, 0.1f, false)))))
        .isEqualTo(Reason.TOO_BLURRED);
    assertThat(reason(judge(unfit(new FaceQuality(200, 0, 0.72f, 0, 0, false)))))
        .isEqualTo(Reason.TOO_UNCERTAIN);
  }

  @Test
  void theTextOfARejectionTellsWhatIsAndWhatIsNeeded() {
    EnrolmentPhotoAssessment.Rejected rejected =
        (EnrolmentPhotoAssessment.Rejected) judge(unfit(new FaceQuality(20, 0, 0.9f, 0, 0, false)));
    assertThat(rejected.text()).contains("20").contains("40");
  }

  @Test
  void bytesThatAreNoPictureAreRejectedInTheDecodersWords() {
    Scripted engine = new Scripted(List.of());
    engine.broken =
        new UnreadableImageException(
            UnreadableImageException.Reason.EMPTY, "The image has no bytes.");
    try (EnrolmentPhotoAssessor judge =
        new EnrolmentPhotoAssessor(engine, EngineSettings.DEFAULT)) {
      assertThat(judge.judge(PHOTO))
          .isEqualTo(
              new EnrolmentPhotoAssessment.Rejected(Reason.UNREADABLE, "The image has no bytes."));
    }
  }

  @Test
  void theFaceOfSomebodyElseIsADuplicateAndOnesOwnIsNot() {
    Gallery known = Gallery.empty().withPerson("ada", "Ada", List.of(new float[] {1, 0.1f}));
    try (EnrolmentPhotoAssessor judge =
        new EnrolmentPhotoAssessor(new Scripted(List.of(GOOD)), EngineSettings.DEFAULT)) {
      assertThat(judge.judge(PHOTO, "ada", known))
          .isInstanceOf(EnrolmentPhotoAssessment.Accepted.class);
      EnrolmentPhotoAssessment.Duplicate duplicate =
          (EnrolmentPhotoAssessment.Duplicate) judge.judge(PHOTO, "ben", known);
      assertThat(duplicate.other().name()).isEqualTo("Ada");
      assertThat(duplicate.text()).contains("Ada");
    }
  }

  @Test
  void someoneUnlikeEverybodyKnownIsNoDuplicate() {
    Gallery known = Gallery.empty().withPerson("ada", "Ada", List.of(new float[] {0.2f, 1}));
    try (EnrolmentPhotoAssessor judge =
        new EnrolmentPhotoAssessor(new Scripted(List.of(GOOD)), EngineSettings.DEFAULT)) {
      assertThat(judge.judge(PHOTO, "ben", known))
          .isInstanceOf(EnrolmentPhotoAssessment.Accepted.class);
    }
  }

  private static EnrolmentPhotoAssessment judge(DetectedFace... faces) {
    try (EnrolmentPhotoAssessor judge =
        new EnrolmentPhotoAssessor(new Scripted(List.of(faces)), EngineSettings.DEFAULT)) {
      return judge.judge(PHOTO);
    }
  }

  private static String remark(EnrolmentPhotoAssessment verdict) {
    return ((EnrolmentPhotoAssessment.Accepted) verdict).remark();
  }

  private static Reason reason(EnrolmentPhotoAssessment verdict) {
    return ((EnrolmentPhotoAssessment.Rejected) verdict).reason();
  }

  private static DetectedFace face(FaceBox box, FaceQuality quality) {
    return new DetectedFace(box, null, quality.score(), quality, new byte[DetectedFace.CROP_BYTES]);
  }

  private static DetectedFace unfit(FaceQuality quality) {
    return new DetectedFace(LARGE, null, quality.score(), quality, null);
  }

  /** An engine that finds what it is told to. */
  private static final class Scripted implements FaceEngine, FrameAnalyser, FaceEmbedder {
    private final List<DetectedFace> faces;
    private UnreadableImageException broken;

    Scripted(List<DetectedFace> faces) {
      this.faces = faces;
    }

    @Override
    public FrameAnalysis analyse(byte[] image) throws UnreadableImageException {
      if (broken != null) {
        throw broken;
      }
      return new FrameAnalysis(800, 600, faces, new FrameAnalysis.Timings(0, 0, 0));
    }

    @Override
    public FrameAnalysis analyse(byte[] image, List<LocatedFace> found) {
      throw new AssertionError("Nobody has found faces for it.");
    }

    @Override
    public float[] embed(byte[] crop) {
      return new float[] {1, 0};
    }

    @Override
    public String model() {
      return "two-numbers";
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public float threshold() {
      return 0.5f;
    }

    @Override
    public float margin() {
      return 0;
    }

    @Override
    public FrameAnalyser newAnalyser(ShotSettings shots) {
      return this;
    }

    @Override
    public FrameAnalyser newPhotoAnalyser(ShotSettings shots) {
      return this;
    }

    @Override
    public FaceEmbedder embedder() {
      return this;
    }

    @Override
    public String detectorName() {
      return "scripted";
    }

    @Override
    public Optional<String> notice() {
      return Optional.empty();
    }

    @Override
    public void close() {
      // nothing to close
    }
  }
}
