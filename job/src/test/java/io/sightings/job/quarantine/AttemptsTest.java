package io.sightings.job.quarantine;

import static io.sightings.job.quarantine.TestProcess.announced;
import static io.sightings.job.quarantine.TestProcess.begun;
import static io.sightings.job.quarantine.TestProcess.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.settings.QuarantineSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which frame is blamed for the end of a process. */
class AttemptsTest {
  private static final String KILLER = "door/run1/7";
  private static final String NEIGHBOUR = "door/run1/8";

  private final MemoryAttempts store = new MemoryAttempts();

  @Test
  void theFrameThatEndedTwoProcessesIsConvictedAndItsNeighbourIsNot() throws Exception {
    StageAttempts first = process(1).stage(Stage.DETECT);
    begun(first, KILLER);
    begun(first, NEIGHBOUR);

    TestProcess again = process(2);
    StageAttempts second = again.stage(Stage.DETECT);
    assertThat(verdict(second, KILLER)).isEmpty();
    begun(second, NEIGHBOUR).end();
    begun(second, KILLER);
    assertThat(again.suspects.getCount()).isEqualTo(2);

    StageAttempts third = process(3).stage(Stage.DETECT);
    assertThat(verdict(third, KILLER).orElseThrow()).contains("ended 2 times", "in detect");
    assertThat(verdict(third, NEIGHBOUR)).isEmpty();
  }

  @Test
  void deathsInCompanyConvictNoOne() throws Exception {
    StageAttempts first = process(1).stage(Stage.DETECT);
    begun(first, KILLER);
    begun(first, NEIGHBOUR);
    for (int attempt = 2; attempt <= 5; attempt++) {
      StageAttempts stage = process(attempt).stage(Stage.DETECT);
      // The process is killed before the suspects have their turn.
      announced(stage, KILLER);
      announced(stage, NEIGHBOUR);
      announced(stage, "door/run1/" + (100 + attempt));
    }

    StageAttempts last = process(6).stage(Stage.DETECT);
    assertThat(verdict(last, KILLER)).isEmpty();
    assertThat(verdict(last, NEIGHBOUR)).isEmpty();
  }

  @Test
  void framesThatWaitBehindBusyWorkersShareOneRecord() throws Exception {
    TestProcess process = process(1);
    StageAttempts stage = process.stage(Stage.DETECT);
    FrameAttempt running = begun(stage, "door/run1/1");
    FrameAttempt next = announced(stage, "door/run1/2");
    CompletableFuture<FrameAttempt> third = stage.announce("door/run1/3");
    CompletableFuture<FrameAttempt> fourth = stage.announce("door/run1/4");
    int records = store.puts();
    assertThat(third).isNotDone();

    running.end();
    next.begin();
    third.get(10, TimeUnit.SECONDS);
    fourth.get(10, TimeUnit.SECONDS);

    assertThat(store.puts()).isEqualTo(records + 1);
  }

  @Test
  void aFrameThatWaitsWhileASuspectKillsIsNotBlamedForIt() throws Exception {
    begun(process(1).stage(Stage.DETECT), KILLER);

    TestProcess second = process(2);
    StageAttempts stage = second.stage(Stage.DETECT);
    begun(stage, KILLER);
    announced(stage, NEIGHBOUR);

    StageAttempts third = process(3).stage(Stage.DETECT);
    assertThat(verdict(third, KILLER)).isPresent();
    assertThat(verdict(third, NEIGHBOUR)).isEmpty();
    begun(third, NEIGHBOUR).end();
  }

  @Test
  void aSuspectThatPassesAloneIsAFrameLikeAnyOther() throws Exception {
    begun(process(1).stage(Stage.DETECT), NEIGHBOUR);
    StageAttempts second = process(2).stage(Stage.DETECT);
    begun(second, NEIGHBOUR).end();
    begun(second, NEIGHBOUR);

    StageAttempts third = process(3).stage(Stage.DETECT);
    assertThat(verdict(third, NEIGHBOUR)).isEmpty();
  }

  @Test
  void anOrderlyEndLeavesNoSuspects() throws Exception {
    TestProcess first = process(1);
    StageAttempts stage = first.stage(Stage.DETECT);
    announced(stage, NEIGHBOUR);
    stage.close();

    TestProcess second = process(2);
    announced(second.stage(Stage.DETECT), NEIGHBOUR);
    assertThat(second.suspects.getCount()).isZero();
  }

  @Test
  void whatIsStuckWhenTheTaskEndsIsStillASuspect() throws Exception {
    StageAttempts stage = process(1).stage(Stage.DETECT);
    begun(stage, KILLER);
    stage.close();

    TestProcess second = process(2);
    announced(second.stage(Stage.DETECT), KILLER);
    assertThat(second.suspects.getCount()).isEqualTo(1);
  }

  @Test
  void whatAnotherProcessOfTheSameAttemptAnalysesIsNoDeath() throws Exception {
    begun(process(1).stage(Stage.DETECT), KILLER);

    AttemptSession session = AttemptSession.start(store.open(), settings(), "job-1");
    session.ready().get();

    assertThat(session.suspects().isEmpty()).isTrue();
    session.close();
  }

  @Test
  void whoeverReadsOfADeathCountsItOnce() throws Exception {
    begun(process(1).stage(Stage.DETECT), KILLER);
    for (int attempt = 2; attempt <= 5; attempt++) {
      // The frame does not come to these.
      verdict(process(attempt).stage(Stage.DETECT), KILLER);
    }

    assertThat(verdict(process(6).stage(Stage.DETECT), KILLER)).isEmpty();
  }

  @Test
  void aFrameThatKillsInIdentificationIsConvictedInDetection() throws Exception {
    begun(process(1).stage(Stage.IDENTIFY), KILLER);
    begun(process(2).stage(Stage.IDENTIFY), KILLER);

    assertThat(verdict(process(3).stage(Stage.DETECT), KILLER).orElseThrow())
        .contains("in identify");
  }

  @Test
  void aFrameThatFailsTheJobTwiceInOneStageIsConvicted() throws Exception {
    process(1).stage(Stage.TRACK).failed(KILLER);
    StageAttempts second = process(2).stage(Stage.TRACK);
    assertThat(verdict(second, KILLER)).isEmpty();
    second.failed(KILLER);

    assertThat(verdict(process(3).stage(Stage.DETECT), KILLER).orElseThrow())
        .contains("failed 2 times", "in track");
  }

  @Test
  void aFrameThatPassesAfterAFailureIsForgotten() throws Exception {
    process(1).stage(Stage.TRACK).failed(KILLER);
    StageAttempts second = process(2).stage(Stage.TRACK);
    verdict(second, KILLER);
    second.passed(KILLER);
    second.failed(KILLER);

    assertThat(verdict(process(3).stage(Stage.DETECT), KILLER)).isEmpty();
  }

  @Test
  void whatIsReplayedAfterItsQuarantineHasToKillTwiceAgain() throws Exception {
    begun(process(1).stage(Stage.DETECT), KILLER);
    begun(process(2).stage(Stage.DETECT), KILLER);
    StageAttempts third = process(3).stage(Stage.DETECT);
    assertThat(verdict(third, KILLER)).isPresent();
    third.forget(KILLER);

    assertThat(verdict(third, KILLER)).isEmpty();
    begun(third, KILLER);
    StageAttempts fourth = process(4).stage(Stage.DETECT);
    assertThat(verdict(fourth, KILLER)).isEmpty();
    begun(fourth, KILLER);
    assertThat(verdict(process(5).stage(Stage.DETECT), KILLER)).isPresent();
  }

  @Test
  void aStoreThatIsAwayHoldsUpNoFrameForLongerThanThePatience() throws Exception {
    QuarantineSettings hasty =
        new QuarantineSettings(2, Duration.ofMillis(100), Duration.ofSeconds(5));
    TestProcess process = new TestProcess(store, hasty, "job-1", 0);
    StageAttempts stage = process.stage(Stage.DETECT);
    begun(stage, "door/run1/1").end();
    assertThat(process.unjournaled.getCount()).isZero();

    store.goAway();

    begun(stage, "door/run1/2").end();
    begun(stage, "door/run1/3").end();
    assertThat(process.unjournaled.getCount()).isEqualTo(2);
  }

  @Test
  void aStoreThatCannotBeReadIsNoReasonNotToBegin() throws Exception {
    store.goAway();
    TestProcess process = process(1);
    begun(process.stage(Stage.DETECT), "door/run1/1").end();

    assertThat(process.unjournaled.getCount()).isEqualTo(1);
  }

  private TestProcess process(int attempt) {
    return new TestProcess(store, settings(), "job-" + attempt, 0);
  }

  private static QuarantineSettings settings() {
    return QuarantineSettings.defaults();
  }
}
