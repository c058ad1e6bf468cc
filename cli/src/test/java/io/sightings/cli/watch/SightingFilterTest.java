package io.sightings.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingFilterTest {
  private final Sighting anna = sighting(SightingStatus.OPEN, "Anna", true);
  private final Sighting stranger = sighting(SightingStatus.CLOSED, null, false);

  @Test
  void withoutWishesEverythingIsShown() {
    SightingFilter all = SightingFilter.of(false, false, null, null);

    assertThat(all.test(anna)).isTrue();
    assertThat(all.test(stranger)).isTrue();
    assertThat(all.test(sighting(SightingStatus.MERGED, "Bob", true))).isTrue();
  }

  @Test
  void openAndClosedTogetherLeaveOutTheMerged() {
    SightingFilter both = SightingFilter.of(true, true, null, null);

    assertThat(both.test(anna)).isTrue();
    assertThat(both.test(stranger)).isTrue();
    assertThat(both.test(sighting(SightingStatus.MERGED, "Bob", true))).isFalse();
  }

  @Test
  void aPersonIsFoundByPartOfNameOrId() {
    assertThat(SightingFilter.of(false, false, "ANN", null).test(anna)).isTrue();
    assertThat(SightingFilter.of(false, false, "unknown", null).test(stranger)).isTrue();
    assertThat(SightingFilter.of(false, false, "ann", null).test(stranger)).isFalse();
  }

  @Test
  void aSourceIsMeantExactly() {
    assertThat(SightingFilter.of(false, false, null, "door").test(anna)).isTrue();
    assertThat(SightingFilter.of(false, false, null, "doo").test(anna)).isFalse();
  }

  private static Sighting sighting(SightingStatus status, String name, boolean known) {
    Instant noon = Instant.parse("2026-06-01T12:00:00Z");
    return new Sighting(
        "s",
        1,
        status,
        null,
        SourceInfo.of("door", SourceKind.LIVE),
        new Sighting.Who(known ? "p1" : "unknown-1", name, known),
        noon,
        noon,
        1,
        1,
        known ? 1 : 0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
