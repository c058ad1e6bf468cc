package io.sightings.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FacelessPictures;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import io.sightings.engine.ShotSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundFacesTest {
  private static final EngineSettings OFFLINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);
  private static final ShotSettings SHOTS = new ShotSettings(2.5, 36, 240);
  private static final byte[] PICTURE = FacelessPictures.disc(800, 600, "png");

  /** Over the disc's edge, so that there is something sharp in it. */
  private static final LocatedFace LARGE = new LocatedFace(new FaceBox(300, 60, 180, 200), null, 1);

  private static final LocatedFace SMALL = new LocatedFace(new FaceBox(100, 100, 20, 20), null, 1);

  @Test
  void facesSomebodyElseHasFoundAreJudgedAndCroppedInTheOrderGiven()
      throws UnreadableImageException {
    FrameAnalysis analysis = analysed(SHOTS, List.of(SMALL, LARGE, SMALL));

    assertThat(analysis.faces())
        .extracting(DetectedFace::box)
        .containsExactly(SMALL.box(), LARGE.box(), SMALL.box());
    assertThat(analysis.faces())
        .extracting(face -> face.quality().judgeable())
        .containsExactly(false, true, false);
    assertThat(analysis.faces().get(1).crop()).hasSize(DetectedFace.CROP_BYTES);
    assertThat(analysis.faces().get(0).shot()).isNull();
    assertThat(analysis.faces().get(1).shot().face().width()).isEqualTo(180);
  }

  @Test
  void noFaceIsLookedForWhereNoneIsGiven() throws UnreadableImageException {
    assertThat(analysed(SHOTS, List.of()).faces()).isEmpty();
  }

  @Test
  void shotsAreCutOutOnlyWhereTheyAreAskedFor() throws UnreadableImageException {
    assertThat(analysed(null, List.of(LARGE)).faces().get(0).shot()).isNull();
  }

  @Test
  void aPhotoAnalyserJudgesFoundFacesJustAsWell() throws UnreadableImageException {
    try (FaceEngine engine = FaceEngines.acquire(OFFLINE);
        FrameAnalyser analyser = engine.newPhotoAnalyser(SHOTS)) {
      assertThat(analyser.analyse(PICTURE, List.of(LARGE)).faces().get(0).shot()).isNotNull();
    }
  }

  private static FrameAnalysis analysed(ShotSettings shots, List<LocatedFace> found)
      throws UnreadableImageException {
    try (FaceEngine engine = FaceEngines.acquire(OFFLINE);
        FrameAnalyser analyser = engine.newAnalyser(shots)) {
      return analyser.analyse(PICTURE, found);
    }
  }
}
