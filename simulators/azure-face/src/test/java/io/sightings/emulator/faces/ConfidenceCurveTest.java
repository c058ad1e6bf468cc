package io.sightings.emulator.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceCurveTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.24, 0.40, 0.78})
  void theLocalThresholdIsTheServicesDecision(double threshold) {
    ConfidenceCurve confidence = new ConfidenceCurve(threshold);
    assertThat(confidence.of(threshold)).isEqualTo(ConfidenceCurve.DECISION);
    assertThat(confidence.of(threshold - 0.001)).isLessThan(ConfidenceCurve.DECISION);
    assertThat(confidence.of(1)).isBetween(0.99, 1.0);
    assertThat(confidence.of(-1)).isBetween(0.0, 0.01);
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0.18", "0.45, 0.62", "0.7, 0.95"})
  void itLooksLikeTheServices(double similarity, double expected) {
    assertThat(new ConfidenceCurve(0.4).of(similarity)).isCloseTo(expected, Offset.offset(0.01));
  }

  @Test
  void theOrderIsKept() {
    ConfidenceCurve confidence = new ConfidenceCurve(0.4);
    for (int i = -100; i < 100; i++) {
      assertThat(confidence.of(i / 100.0)).isLessThan(confidence.of((i + 1) / 100.0));
    }
  }

  @Test
  void aFaceWithoutFeatureIsLikeNobody() {
    assertThat(new ConfidenceCurve(0.4).of(null, new float[] {1})).isZero();
  }
}
