package io.sightings.job.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEmbedder;
import org.junit.jupiter.api.Test;

class MatchScaleTest {

  @Test
  void aRateTakesThePlaceOfTheEmbeddersThreshold() {
    assertThat(MatchScale.of(embedder("mobileface-v2"), 0).threshold()).isEqualTo(0.4f);

    MatchScale scale = MatchScale.of(embedder("mobileface-v2"), 1e-6);
    assertThat(scale.threshold()).isBetween(0.6f, 0.7f);
    assertThat(scale.falseMatchRate(scale.threshold(), 1)).isEqualTo(1e-6, within(1e-8));
    assertThat(scale.falseMatchRate(scale.threshold(), 1000)).isEqualTo(1e-3, within(1e-5));
  }

  @Test
  void anEmbedderThatWasNotMeasuredHasNoRatesAndARateForItIsRefusedWithTheRemedy() {
    assertThat(MatchScale.of(embedder("mine"), 0).falseMatchRate(0.5f, 10)).isZero();

    assertThatThrownBy(() -> MatchScale.of(embedder("mine"), 1e-6))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("identify.falseMatchRate")
        .hasMessageContaining("embedder mine")
        .hasMessageContaining("Set engine.threshold instead")
        .hasMessageContaining("mobileface-v2");
  }

  @Test
  void aRateBelowWhatWasMeasuredIsRefused() {
    assertThatThrownBy(() -> MatchScale.of(embedder("mobileface-v2"), 1e-10))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("known down to 7.5e-08 only");
  }

  private static FaceEmbedder embedder(String model) {
    return new FaceEmbedder() {
      @Override
      public String model() {
        return model;
      }

      @Override
      public int dimension() {
        return 2;
      }

      @Override
      public float[] embed(byte[] crop) {
        throw new AssertionError("no face is compared here");
      }

      @Override
      public float threshold() {
        return 0.4f;
      }

      @Override
      public float margin() {
        return 0.03f;
      }
    };
  }
}
