package io.sightings.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FaceQuality;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoPassAnalyserTest {
  private static final DetectedFace CLEAR = face(true);
  private static final DetectedFace SMALL = face(false);

  @Test
  void aFaceThatCanBeJudgedNeedsNoSecondLook() throws UnreadableImageException {
    assertThat(seen(List.of(CLEAR), List.of())).containsExactly(CLEAR);
  }

  @Test
  void whereNobodyIsFoundItLooksAgain() throws UnreadableImageException {
    assertThat(seen(List.of(), List.of(CLEAR))).containsExactly(CLEAR);
    assertThat(seen(List.of(), List.of(SMALL))).containsExactly(SMALL);
  }

  @Test
  void aSecondLookThatIsNoBetterChangesNothing() throws UnreadableImageException {
    assertThat(seen(List.of(SMALL), List.of())).containsExactly(SMALL);
    assertThat(seen(List.of(SMALL), List.of(CLEAR))).containsExactly(CLEAR);
  }

  @Test
  void aFaceThatThePictureCutsOffIsReportedWithinThePicture() throws UnreadableImageException {
    DetectedFace cutOff =
        new DetectedFace(
            new FaceBox(600, -20, 90, 90),
            new float[] {610, -5, 660, 30, 640, 40, 620, 60, 650, 65},
            0.9f,
            CLEAR.quality(),
            new byte[] {1});
    try (FrameAnalyser analyser = new ClampingAnalyser(finding(List.of(cutOff)))) {
      DetectedFace inside = analyser.analyse(new byte[1]).faces().get(0);
      assertThat(inside.box()).isEqualTo(new FaceBox(600, 0, 40, 70));
      assertThat(inside.landmarks()).containsExactly(610, 0, 640, 30, 640, 40, 620, 60, 640, 65);
      assertThat(inside.crop()).isEqualTo(cutOff.crop());
      assertThat(inside.quality()).isEqualTo(cutOff.quality());
    }
  }

  private static List<DetectedFace> seen(List<DetectedFace> atFirst, List<DetectedFace> closer)
      throws UnreadableImageException {
    try (FrameAnalyser analyser = new TwoPassAnalyser(finding(atFirst), finding(closer))) {
      return analyser.analyse(new byte[1]).faces();
    }
  }

  private static FrameAnalyser finding(List<DetectedFace> faces) {
    return new FrameAnalyser() {
      @Override
      public FrameAnalysis analyse(byte[] image) {
        return new FrameAnalysis(640, 480, faces, new FrameAnalysis.Timings(0, 0, 0));
      }

      @Override
      public FrameAnalysis analyse(byte[] image, List<LocatedFace> found) {
        throw new AssertionError("Nobody has found faces for it.");
      }

      @Override
      public void close() {
        // nothing to close
      }
    };
  }

  private static DetectedFace face(boolean judgeable) {
    return new DetectedFace(
        new FaceBox(0, 0, 90, 90),
        null,
        0.9f,
        new FaceQuality(90, 50, 0.9f, 0, 0.6f, judgeable),
        null);
  }
}
