package io.sightings.job.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.job.identify.LocalIdentification.Likeness;
import org.junit.jupiter.api.Test;

class NameVotesTest {

  @Test
  void theFalseMatchRateIsThatOfTheMostSimilarFaceInAnyOrder() {
    NameVotes first = NameVotes.first(new Likeness("ada", "Ada", 0.6f, 2e-5), null);
    NameVotes best = NameVotes.first(new Likeness("ada", "Ada", 0.7f, 1e-6), null);

    assertThat(first.and(best).falseMatchRate()).isEqualTo(1e-6);
    assertThat(best.and(first).falseMatchRate()).isEqualTo(1e-6);
  }
}
