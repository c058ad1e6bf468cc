package io.sightings.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdCalibrationTest {

  @Test
  void wherePeopleAreFarApartTheThresholdLiesBetween() {
    ThresholdCalibration calibration =
        new ThresholdCalibration(pairs(List.of(0.7f, 0.8f, 0.9f), List.of(0.1f, 0.2f, 0.3f)));
    assertThat(calibration.best().share()).isEqualTo(1);
    assertThat(calibration.best().threshold()).isEqualTo(0.5, within(1e-6));
    assertThat(calibration.suggestedThreshold()).isBetween(0.5, 0.7);
    assertThat(calibration.trueAccepts(0.001)).isEqualTo(1);
  }

  @Test
  void whereSomePeopleLookAlikeTheSuggestionRefusesThem() {
    ThresholdCalibration calibration =
        new ThresholdCalibration(
            pairs(List.of(0.4f, 0.6f, 0.8f, 0.9f, 0.95f), List.of(0.1f, 0.2f, 0.3f, 0.25f, 0.7f)));
    assertThat(calibration.best().threshold()).isBetween(0.3, 0.4);
    assertThat(calibration.best().share()).isEqualTo(0.9);
    assertThat(calibration.suggestedThreshold()).isGreaterThan(0.7);
    assertThat(calibration.trueAccepts(0.001)).isEqualTo(0.6, within(1e-9));
    assertThat(calibration.trueAccepts(0.2)).isEqualTo(1);
  }

  @Test
  void theCrossValidatedAccuracyJudgesPairsByThresholdsTheyHadNoPartIn() {
    List<Float> same = new ArrayList<>();
    List<Float> different = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      same.add(0.5f + 0.005f * i);
      different.add(0.005f * i);
    }
    same.set(0, 0.2f);
    ThresholdCalibration calibration = new ThresholdCalibration(pairs(same, different));
    assertThat(calibration.crossValidated(10)).isBetween(0.97, 0.995);
  }

  @Test
  void quantilesLieBetweenTheValues() {
    SimilarityDistribution distribution = SimilarityDistribution.of(List.of(0.4f, 0.0f, 0.2f));
    assertThat(distribution.quantile(0)).isZero();
    assertThat(distribution.quantile(0.5)).isEqualTo(0.2, within(1e-6));
    assertThat(distribution.quantile(0.75)).isEqualTo(0.3, within(1e-6));
    assertThat(distribution.shareAtLeast(distribution.quantile(1)))
        .isEqualTo(1 / 3.0, within(1e-9));
  }

  @Test
  void onePersonAloneCannotCalibrateAnything() {
    assertThatThrownBy(() -> new ThresholdCalibration(pairs(List.of(0.7f), List.of())))
        .hasMessageContaining("two or more photos of two or more people");
  }

  private static List<ComparedPair> pairs(List<Float> same, List<Float> different) {
    List<ComparedPair> pairs = new ArrayList<>();
    same.forEach(similarity -> pairs.add(new ComparedPair(similarity, true)));
    different.forEach(similarity -> pairs.add(new ComparedPair(similarity, false)));
    return pairs;
  }
}
