package io.sightings.emulator.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PersonChangeQueueTest {

  @Test
  void changesOfOnePersonWaitForEachOtherAndThoseOfOthersDoNot() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    PersonChangeQueue turns = new PersonChangeQueue(now::get, Duration.ofMillis(400));
    assertThat(turns.take("ada")).isEqualTo(Duration.ofMillis(400));
    assertThat(turns.take("ada")).isEqualTo(Duration.ofMillis(800));
    assertThat(turns.take("ben")).isEqualTo(Duration.ofMillis(400));
    now.set(Instant.EPOCH.plusMillis(700));
    assertThat(turns.take("ada")).isEqualTo(Duration.ofMillis(500));
    now.set(Instant.EPOCH.plusSeconds(9));
    assertThat(turns.take("ada")).isEqualTo(Duration.ofMillis(400));
  }
}
