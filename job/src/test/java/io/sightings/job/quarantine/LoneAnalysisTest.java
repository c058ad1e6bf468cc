package io.sightings.job.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoneAnalysisTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void aSuspectWaitsForAllOthersAndAllOthersWaitForIt() throws Exception {
    LoneAnalysis turns = new LoneAnalysis(LONG);
    LoneAnalysis.Permit ordinary = turns.share();
    CompletableFuture<LoneAnalysis.Permit> suspect = taken(() -> turns.alone(() -> {}));
    assertThat(suspect).isNotDone();

    ordinary.close();

    LoneAnalysis.Permit alone = suspect.get(30, TimeUnit.SECONDS);
    assertThat(alone.isAlone()).isTrue();
    CompletableFuture<LoneAnalysis.Permit> next = taken(turns::share);
    assertThat(next).isNotDone();
    alone.close();
    assertThat(next.get(30, TimeUnit.SECONDS).isAlone()).isFalse();
  }

  @Test
  void aSuspectThatIsStuckHoldsUpOthersNoLongerThanTheLimitAndIsNotAloneThen() throws Exception {
    LoneAnalysis turns = new LoneAnalysis(SHORT);
    CountDownLatch crowded = new CountDownLatch(1);
    LoneAnalysis.Permit suspect = turns.alone(crowded::countDown);
    assertThat(suspect.isAlone()).isTrue();

    turns.share();

    assertThat(suspect.isAlone()).isFalse();
    assertThat(crowded.getCount()).isZero();
  }

  @Test
  void aSuspectGoesOnInCompanyWhereAnotherFrameIsStuck() throws Exception {
    LoneAnalysis turns = new LoneAnalysis(SHORT);
    turns.share();

    assertThat(turns.alone(() -> {}).isAlone()).isFalse();
  }

  @Test
  void whatWasGivenUpIsNoCompany() throws Exception {
    LoneAnalysis turns = new LoneAnalysis(LONG);
    LoneAnalysis.Permit stuck = turns.share();
    stuck.close();
    stuck.close();

    LoneAnalysis.Permit suspect = turns.alone(() -> {});
    assertThat(suspect.isAlone()).isTrue();
  }

  private interface Turn {
    LoneAnalysis.Permit take() throws InterruptedException;
  }

  private static CompletableFuture<LoneAnalysis.Permit> taken(Turn turn) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return turn.take();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
