package io.sightings.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sightings.engine.calibrate.FalseMatchTable.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FalseMatchTableTest {
  private static final FalseMatchTable TABLE =
      new FalseMatchTable(
          "m", 1_000_000, List.of(new Point(0, 0.5), new Point(0.2, 0.01), new Point(0.4, 0.001)));

  @Test
  void ratesAreThoseOfThePointsAndFallLogarithmicallyBetweenThem() {
    assertThat(TABLE.rate(0)).isEqualTo(0.5, relative(0.5));
    assertThat(TABLE.rate(0.4)).isEqualTo(0.001, relative(0.001));
    assertThat(TABLE.rate(0.3)).isEqualTo(Math.sqrt(0.01 * 0.001), relative(0.003));
    assertThat(TABLE.rate(-1)).isEqualTo(1);
  }

  @Test
  void beyondTheMeasurementTheLastDecadeGoesOnDownToAHundredthOfOnePair() {
    assertThat(TABLE.rate(0.6)).isEqualTo(0.0001, relative(0.0001));
    assertThat(TABLE.minRate()).isEqualTo(1e-8, relative(1e-8));
    assertThat(TABLE.rate(1)).isEqualTo(1e-6, relative(1e-6));
    FalseMatchTable few = new FalseMatchTable("m", 1000, TABLE.points());
    assertThat(few.rate(1)).isEqualTo(1e-5, relative(1e-5));
  }

  static Stream<FalseMatchTable> known() {
    return FalseMatchTables.models().stream().map(FalseMatchTables::of).flatMap(t -> t.stream());
  }

  @ParameterizedTest
  @MethodSource("known")
  void noRateRisesWithTheSimilarityAndEveryRateHasItsSimilarity(FalseMatchTable table) {
    double before = 1;
    for (double similarity = -1; similarity <= 1; similarity += 0.001) {
      double rate = table.rate(similarity);
      assertThat(rate).isBetween(table.minRate(), before);
      if (rate > table.minRate() && rate < 1) {
        assertThat(table.similarity(rate)).isEqualTo(similarity, within(1e-9));
      }
      before = rate;
    }
    assertThat(table.similarity(1e-6)).isBetween(0.4, 0.9);
  }

  @Test
  void aStrangerIsTakenForAnyOfManyPeopleMoreOftenThanForOne() {
    assertThat(TABLE.rate(0.4, 1)).isEqualTo(0.001, relative(0.001));
    assertThat(TABLE.rate(0.4, 10)).isEqualTo(1 - Math.pow(0.999, 10), relative(0.01));
    assertThat(TABLE.rate(0.4, 1_000_000)).isEqualTo(1, within(1e-9));
  }

  @Test
  void aTableMeasuredOnSomePairsPredictsTheTailOfMany() {
    Random random = new Random(7);
    List<Float> some = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      some.add((float) (0.09 * random.nextGaussian()));
    }
    FalseMatchTable table = FalseMatchTable.of("normal", SimilarityDistribution.of(some));
    // 4.75 standard deviations; the straight tail is above the one that bends, by less than
    // tenfold.
    assertThat(table.rate(0.09 * 4.7534)).isBetween(1e-6, 1e-5);
    assertThat(table.rate(0.09 * 2.3263)).isEqualTo(0.01, within(0.001));
  }

  @Test
  void tooFewPairsOrRatesThatDoNotFallAreNoTable() {
    assertThatThrownBy(
            () -> FalseMatchTable.of("m", SimilarityDistribution.of(List.of(0.1f, 0.2f))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new FalseMatchTable("m", 9, List.of(new Point(0, 0.1), new Point(0.2, 0.1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the model m");
  }

  private static Offset<Double> relative(double of) {
    return within(of * 0.01);
  }
}
