package io.sightings.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DecodeMemoryTest {
  private static final long BUDGET = 100 << 20;
  private static final long LARGE = 60 << 20;

  private final DecodeMemory memory = new DecodeMemory(BUDGET, Duration.ofSeconds(30));

  @Test
  void aLargePictureWaitsUntilAnotherIsDone() throws Exception {
    DecodeMemory.Share first = memory.reserve(LARGE);
    CompletableFuture<DecodeMemory.Share> second =
        CompletableFuture.supplyAsync(() -> memory.reserve(LARGE));
    assertThat(second.completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).get())
        .as("waits while the first holds its share")
        .isNull();
    first.close();
    CompletableFuture<DecodeMemory.Share> third =
        CompletableFuture.supplyAsync(() -> memory.reserve(DecodeMemory.MAX_UNSHARED + 1));
    assertThat(third.get(30, TimeUnit.SECONDS).large()).isTrue();
  }

  @Test
  void smallPicturesNeverWait() {
    try (DecodeMemory.Share all = memory.reserve(BUDGET);
        DecodeMemory.Share small = memory.reserve(DecodeMemory.MAX_UNSHARED)) {
      assertThat(all.large()).isTrue();
      assertThat(small.large()).isFalse();
    }
  }

  @Test
  void aPictureFailsWithTheReasonWhenAnotherNeverEnds() {
    DecodeMemory impatient = new DecodeMemory(BUDGET, Duration.ofMillis(1));
    impatient.reserve(LARGE);
    assertThatThrownBy(() -> impatient.reserve(LARGE))
        .hasMessageContaining("engine.image.maxMemory");
  }

  @Test
  void aPictureBeyondAllOfItPassesAlone() {
    memory.reserve(10 * BUDGET).close();
    memory.reserve(10 * BUDGET).close();
  }
}
