package io.sightings.cli.demo;

import static io.sightings.contract.SightingStatus.CLOSED;
import static io.sightings.contract.SightingStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import org.junit.jupiter.api.Test;

class RevisionFormatterTest {
  private final LatestSightings book = new LatestSightings();
  private final RevisionFormatter news = new RevisionFormatter(book);

  @Test
  void someoneNewIsNewsAndSeeingThemLongerIsNot() {
    assertThat(news.of(SampleSightings.known("a", 1, OPEN, "Anna", 2)))
        .hasValueSatisfying(
            line -> assertThat(line).contains("seen").contains("Anna at door").contains("0.83"));
    assertThat(news.of(SampleSightings.known("a", 2, OPEN, "Anna", 20))).isEmpty();
  }

  @Test
  void aStrangerWhoGetsANameIsNews() {
    news.of(SampleSightings.stranger("a", 1, OPEN, 3));

    assertThat(news.of(SampleSightings.known("a", 2, OPEN, "Anna", 5)))
        .hasValueSatisfying(line -> assertThat(line).contains("unknown-a at door is Anna"));
  }

  @Test
  void leavingSaysForHowLongTheVisitWas() {
    news.of(SampleSightings.known("a", 1, OPEN, "Anna", 2));

    assertThat(news.of(SampleSightings.known("a", 2, CLOSED, "Anna", 66)))
        .hasValueSatisfying(
            line -> assertThat(line).contains("left").contains("1 min 5 s, 66 frames"));
  }

  @Test
  void aMergedVisitSaysWhoseItWasAndIsNoVisitOfItsOwn() {
    news.of(SampleSightings.known("a", 1, OPEN, "Anna", 2));
    Sighting stranger = SampleSightings.stranger("b", 1, OPEN, 3);
    news.of(stranger);

    assertThat(news.of(SampleSightings.merged(stranger, "a")))
        .hasValueSatisfying(line -> assertThat(line).contains("unknown-b").contains("of Anna"));
    assertThat(book.visits()).extracting(Sighting::id).containsExactly("a");
    assertThat(book.merged()).isEqualTo(1);
  }

  @Test
  void aRevisionDeliveredAgainOrTooLateChangesNothing() {
    news.of(SampleSightings.known("a", 2, CLOSED, "Anna", 9));

    assertThat(news.of(SampleSightings.known("a", 2, CLOSED, "Anna", 9))).isEmpty();
    assertThat(news.of(SampleSightings.known("a", 1, OPEN, "Anna", 2))).isEmpty();
    assertThat(book.visits()).extracting(Sighting::frames).containsExactly(9);
  }
}
