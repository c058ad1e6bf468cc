package io.sightings.cli.demo;

import static io.sightings.contract.SightingStatus.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.scenes.TrueVisit;
import io.sightings.toolkit.scene.GroundTruthComparison;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthCheckTest {
  private final TrueVisit anna = visit("Anna", true, 0, 9);
  private final TrueVisit stranger = visit("Stranger 1", false, 0, 9);
  private final TrueVisit strangerAgain = visit("Stranger 1", false, 60, 69);

  @Test
  void everyVisitSeenOnceIsPerfect() {
    GroundTruthComparison check =
        GroundTruthComparison.of(
            List.of(anna, stranger),
            List.of(
                SampleSightings.known("a", 1, CLOSED, "Anna", 9),
                SampleSightings.stranger("b", 1, CLOSED, 9)));

    assertThat(check.perfect()).isTrue();
    assertThat(said(check))
        .isEqualTo("truth: 2 visits of 2 people; seen: 2; missing: 0; extra: 0\n");
  }

  @Test
  void aWrongNameIsOneVisitMissingAndOneTooMany() {
    GroundTruthComparison check =
        GroundTruthComparison.of(
            List.of(anna), List.of(SampleSightings.known("a", 1, CLOSED, "Bob", 9)));

    assertThat(check.missing()).containsExactly(anna);
    assertThat(check.extra()).extracting(Sighting::id).containsExactly("a");
    assertThat(said(check)).contains("missing: Anna").contains("extra: Bob");
  }

  @Test
  void aNameHasNoEffectOnTheTerminal() {
    GroundTruthComparison check =
        GroundTruthComparison.of(List.of(visit("Anna\u001b[2J", true, 0, 9)), List.of());

    assertThat(said(check)).contains("missing: Anna\uFFFD[2J,").doesNotContain("\u001b");
  }

  @Test
  void aVisitReportedTwiceIsOneTooMany() {
    GroundTruthComparison check =
        GroundTruthComparison.of(
            List.of(anna),
            List.of(
                SampleSightings.known("a", 1, CLOSED, "Anna", 4),
                SampleSightings.known("b", 1, CLOSED, "Anna", 9)));

    assertThat(check.missing()).isEmpty();
    assertThat(check.extra()).hasSize(1);
  }

  @Test
  void theRightNameAtTheWrongTimeIsNotTheVisit() {
    GroundTruthComparison check =
        GroundTruthComparison.of(
            List.of(visit("Anna", true, 60, 69)),
            List.of(SampleSightings.known("a", 1, CLOSED, "Anna", 9)));

    assertThat(check.missing()).hasSize(1);
    assertThat(check.extra()).hasSize(1);
  }

  @Test
  void aStrangerNotKnownAgainIsADifference() {
    GroundTruthComparison check =
        GroundTruthComparison.of(
            List.of(stranger, strangerAgain),
            List.of(
                SampleSightings.stranger("a", 1, CLOSED, 9),
                SampleSightings.later(SampleSightings.stranger("b", 1, CLOSED, 9), 60)));

    assertThat(check.missing()).isEmpty();
    assertThat(check.perfect()).isFalse();
    assertThat(said(check)).contains("Stranger 1 was not known again");
  }

  private static TrueVisit visit(String person, boolean known, int from, int to) {
    Instant first = SampleSightings.NOON.plusSeconds(from);
    Instant last = SampleSightings.NOON.plusSeconds(to);
    return new TrueVisit(person, known, from, to, first, last, to - from + 1);
  }

  private static String said(GroundTruthComparison check) {
    StringWriter out = new StringWriter();
    check.print(new PrintWriter(out));
    return out.toString();
  }
}
