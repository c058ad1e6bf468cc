package io.sightings.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DecodeMemoryLimiterTest {
  private static final long BUDGET = 100 << 20;
  private static final long LARGE = 60 << 20;

  private static final Duration TIMEOUT = Duration.ofHours(1);

  private final AtomicLong now = new AtomicLong();
  private final DecodeMemoryLimiter memory = new DecodeMemoryLimiter(BUDGET, TIMEOUT, now::get);

  @Test
  void aLargePictureWaitsUntilAnotherIsDone() throws Exception {
    DecodeMemoryLimiter.Share first = memory.reserve(LARGE);
    CompletableFuture<DecodeMemoryLimiter.Share> second =
        CompletableFuture.supplyAsync(() -> memory.reserve(LARGE));
    assertThat(second.completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).get())
        .as("waits while the first holds its share")
        .isNull();
    first.close();
    CompletableFuture<DecodeMemoryLimiter.Share> third =
        CompletableFuture.supplyAsync(() -> memory.reserve(DecodeMemoryLimiter.MAX_UNSHARED + 1));
    assertThat(third.get(30, TimeUnit.SECONDS).large()).isTrue();
  }

  @Test
  void smallPicturesNeverWait() {
    try (DecodeMemoryLimiter.Share all = memory.reserve(BUDGET);
        DecodeMemoryLimiter.Share small = memory.reserve(DecodeMemoryLimiter.MAX_UNSHARED)) {
      assertThat(all.large()).isTrue();
      assertThat(small.large()).isFalse();
    }
  }

  @Test
  void aPictureFailsWithTheReasonWhenAnotherNeverEnds() {
    DecodeMemoryLimiter impatient = new DecodeMemoryLimiter(BUDGET, Duration.ofMillis(1), now::get);
    impatient.reserve(LARGE);
    assertThatThrownBy(() -> impatient.reserve(LARGE))
        .hasMessageContaining("engine.image.maxMemory");
  }

  @Test
  @Timeout(30)
  void noPictureWaitsForOneThatIsStuck() {
    memory.reserve(LARGE);
    now.addAndGet(TIMEOUT.toNanos());
    assertThatThrownBy(() -> memory.reserve(LARGE)).hasMessageContaining("engine.image.maxMemory");
  }

  @Test
  @Timeout(30)
  void aLargePictureThatFitsBesideAStuckOnePasses() {
    memory.reserve(LARGE);
    now.addAndGet(TIMEOUT.toNanos());
    assertThat(memory.reserve(DecodeMemoryLimiter.MAX_UNSHARED + 1).large()).isTrue();
  }

  @Test
  @Timeout(30)
  void afterOneReturnsLateLargePicturesWaitAgain() throws Exception {
    DecodeMemoryLimiter.Share late = memory.reserve(LARGE);
    now.addAndGet(TIMEOUT.toNanos());
    late.close();
    DecodeMemoryLimiter.Share next = memory.reserve(LARGE);
    Thread waiting = new Thread(() -> memory.reserve(LARGE).close());
    waiting.start();
    while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(waiting.isAlive()).as("waits rather than fails").isTrue();
    next.close();
    waiting.join();
  }

  @Test
  void aPictureBeyondAllOfItPassesAlone() {
    memory.reserve(10 * BUDGET).close();
    memory.reserve(10 * BUDGET).close();
  }
}
