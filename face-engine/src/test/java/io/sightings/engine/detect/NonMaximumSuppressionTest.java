package io.sightings.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {

  @Test
  void oneFaceFoundTwiceIsReportedOnceWithTheMeanOfItsLandmarks() {
    List<RawDetection> merged =
        NonMaximumSuppression.merged(List.of(finding(2, 0.8f, 22), finding(0, 0.8f, 20)), 0.3);
    assertThat(merged).hasSize(1);
    assertThat(merged.get(0).box().x()).isEqualTo(2);
    assertThat(merged.get(0).points()).containsExactly(21, 21);
  }

  @Test
  void theSurestFindingGivesTheBoxAndCountsMost() {
    List<RawDetection> merged =
        NonMaximumSuppression.merged(List.of(finding(0, 0.7f, 0), finding(4, 0.9f, 10)), 0.3);
    assertThat(merged).hasSize(1);
    assertThat(merged.get(0).score()).isEqualTo(0.9f);
    assertThat(merged.get(0).box().x()).isEqualTo(4);
    assertThat(merged.get(0).points()[0]).isBetween(6f, 7f);
  }

  @Test
  void peopleBesideEachOtherStayTwoPeople() {
    List<RawDetection> merged =
        NonMaximumSuppression.merged(List.of(finding(0, 0.8f, 20), finding(80, 0.9f, 100)), 0.3);
    assertThat(merged).extracting(RawDetection::score).containsExactly(0.9f, 0.8f);
    assertThat(merged.get(1).points()).containsExactly(20, 20);
  }

  private static RawDetection finding(float x, float score, float point) {
    return new RawDetection(new FaceBox(x, 0, 100, 100), new float[] {point, point}, true, score);
  }
}
