package io.sightings.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.SourceInfo;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveEpochsTest {
  private final LiveEpochs epochs = new LiveEpochs();

  @Test
  void anEpochIsCalledAfterItsBeginning() {
    String name = epochs.next(Instant.parse("2026-11-21T09:30:15.042Z"));

    assertThat(name).isEqualTo("live-20261121T093015042");
    assertThat(SourceInfo.isValidId(name)).isTrue();
  }

  @Test
  void noTwoAreAlikeEvenWhereTheClockIsSetBack() {
    Instant now = Instant.parse("2026-11-21T09:30:15Z");

    assertThat(Stream.of(now, now, now.minusSeconds(3600), now).map(epochs::next))
        .doesNotHaveDuplicates();
  }
}
