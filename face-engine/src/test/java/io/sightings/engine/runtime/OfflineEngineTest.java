package io.sightings.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FacelessPictures;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.gallery.VectorMath;
import io.sightings.engine.model.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineEngineTest {
  private static final EngineSettings OFFLINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);

  @Test
  void itRunsWithoutAnyModelFile() throws UnreadableImageException {
    try (FaceEngine engine = FaceEngines.acquire(OFFLINE);
        FrameAnalyser analyser = engine.newAnalyser()) {
      assertThat(engine.detectorName()).isEqualTo("cascade");
      assertThat(engine.embedderName()).isEqualTo("lbph");
      assertThat(analyser.analyse(FacelessPictures.disc(320, 240, "jpg")).faces()).isEmpty();
    }
  }

  @Test
  void theSameCropGivesTheSameEmbeddingAndANoisyOneASimilarOne() {
    byte[] crop = crop(1);
    try (FaceEngine engine = FaceEngines.acquire(OFFLINE)) {
      float[] embedding = engine.embedder().embed(crop);
      assertThat(embedding)
          .hasSize(engine.embedder().dimension())
          .isEqualTo(engine.embedder().embed(crop));
      assertThat(VectorMath.cosine(embedding, engine.embedder().embed(noisy(crop))))
          .isGreaterThan(VectorMath.cosine(embedding, engine.embedder().embed(crop(2))));
    }
  }

  @Test
  void aThresholdOfTheSettingsReplacesTheEmbeddersOwn() {
    EngineSettings settings =
        new EngineSettings(
            Engine.OFFLINE,
            List.of(),
            "",
            0.66,
            OFFLINE.detector(),
            OFFLINE.image(),
            OFFLINE.gate());
    try (FaceEngine engine = FaceEngines.acquire(settings)) {
      assertThat(engine.embedder().threshold()).isEqualTo(0.66f);
    }
  }

  @Test
  void aClosedLeaseGivesNoAnalysers() {
    FaceEngine engine = FaceEngines.acquire(OFFLINE);
    engine.close();
    engine.close();
    assertThatThrownBy(engine::newAnalyser).hasMessageContaining("closed");
  }

  @Test
  void anOnnxEngineWithoutItsFilesIsAnErrorThatSaysHowToGetThem(@TempDir Path empty) {
    // Only where nobody has put the files into the usual places.
    assumeTrue(ModelFiles.in(List.of()).list().stream().allMatch(status -> status.path() == null));
    EngineSettings settings = EngineSettings.DEFAULT.withModels(List.of(empty.toString()));
    assertThatThrownBy(() -> FaceEngines.acquire(settings.withEngine(Engine.ONNX)))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("sightings models fetch")
        .hasMessageContaining(empty.toString());
    try (FaceEngine engine = FaceEngines.acquire(settings)) {
      assertThat(engine.embedderName()).isEqualTo("lbph");
      assertThat(engine.notice())
          .hasValueSatisfying(notice -> assertThat(notice).contains("yunet").doesNotContain("\n"));
    }
  }

  @Test
  void anEmbedderNobodyKnowsIsAnErrorThatNamesTheKnownOnes() {
    EngineSettings settings =
        new EngineSettings(
            Engine.AUTO,
            List.of(),
            "arcface",
            0,
            OFFLINE.detector(),
            OFFLINE.image(),
            OFFLINE.gate());
    assertThatThrownBy(() -> FaceEngines.acquire(settings))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("arcface")
        .hasMessageContaining("mobileface-v2");
  }

  /** Soft blotches: what a face is to local binary patterns. */
  private static byte[] crop(long seed) {
    Random random = new Random(seed);
    double[] phases = random.doubles(8).map(x -> 20 * x).toArray();
    byte[] crop = new byte[DetectedFace.CROP_BYTES];
    for (int i = 0; i < crop.length; i++) {
      int x = i / 3 % DetectedFace.CROP_SIDE;
      int y = i / 3 / DetectedFace.CROP_SIDE;
      double value = 0;
      for (int k = 0; k < phases.length; k++) {
        value +=
            Math.sin(x * (0.05 + 0.03 * k) + phases[k])
                * Math.cos(y * (0.2 - 0.02 * k) + 3 * phases[k]);
      }
      crop[i] = (byte) (128 + 20 * value);
    }
    return crop;
  }

  private static byte[] noisy(byte[] crop) {
    Random random = new Random(9);
    byte[] result = crop.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) Math.max(0, Math.min(255, (result[i] & 0xff) + random.nextInt(7) - 3));
    }
    return result;
  }
}
