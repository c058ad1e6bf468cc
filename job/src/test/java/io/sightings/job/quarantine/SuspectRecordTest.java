package io.sightings.job.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.job.quarantine.SuspectRecord.FrameDeath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspectRecordTest {

  /** The letters are deaths: in company, or alone. */
  @ParameterizedTest
  @CsvSource({
    "2, C, false",
    "2, A, false",
    "2, CA, true",
    "2, CC, false",
    "2, CCCC, false",
    "3, CA, false",
    "3, CCA, false",
    "3, CAA, true"
  })
  void allDeathsButOneMustHaveHappenedAlone(int limit, String deaths, boolean convicted) {
    SuspectRecord suspect = SuspectRecord.NONE;
    for (int i = 0; i < deaths.length(); i++) {
      suspect = suspect.with(new FrameDeath("session-" + i, deaths.charAt(i) == 'A'), i);
    }

    assertThat(suspect.isConvicted(limit)).isEqualTo(convicted);
  }
}
