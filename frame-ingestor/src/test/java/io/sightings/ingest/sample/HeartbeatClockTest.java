package io.sightings.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeartbeatClockTest {
  private final HeartbeatClock clock = new HeartbeatClock(Duration.ofSeconds(1));

  @Test
  void silenceIsBrokenOnceASecond() {
    long[] beats =
        LongStream.iterate(0, t -> t <= 3_500_000, t -> t + 100_000).filter(clock::due).toArray();

    assertThat(beats).containsExactly(1_000_000, 2_000_000, 3_000_000);
  }

  @Test
  void aFrameSpeaksForItself() {
    clock.spoken(900_000);

    assertThat(clock.due(1_500_000)).isFalse();
    assertThat(clock.due(1_900_000)).isTrue();
  }
}
