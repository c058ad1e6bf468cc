package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Alert;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.job.Metered;
import io.sightings.job.PairHarness;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.settings.WatchRule;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightingFunctionTest {
  private static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts") {};
  private static final long SILENCE = Duration.ofMinutes(10).toMillis();
  private static final List<WatchRule> WATCHLIST =
      List.of(
          new WatchRule("ada anywhere", List.of("ada"), false, List.of()),
          new WatchRule("strangers at the door", List.of(), true, List.of("door")));

  private final Metered metered = new Metered();
  private PairHarness<IdentifiedFrame, IdentifyResult, Sighting> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    harness.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void twoSourcesDoNotAffectEachOther() throws Exception {
    Story door = Story.at("door", "ada");
    Story yard = Story.at("yard", "ada");
    play(door.frame(0, face("ada", 1)), door.frame(1, face("ada", 1)));
    // The yard's recording is from much later and much earlier.
    play(yard.frame(500_000, face("ada", 1)), yard.frame(500_001, face("ada", 1)));
    yard.newRun("run2");
    play(yard.frame(-500_000), yard.endFrame(-499_000));
    play(door.frame(2, face("ada", 1)), door.endFrame(3));

    assertThat(sightings("door"))
        .extracting(Sighting::status)
        .containsExactly(SightingStatus.OPEN, SightingStatus.CLOSED);
    assertThat(sightings("door")).last().extracting(Sighting::frames).isEqualTo(3);
    assertThat(sightings("yard"))
        .extracting(Sighting::status)
        .containsExactly(SightingStatus.OPEN, SightingStatus.CLOSED);
  }

  @Test
  void aSilentSourceHasItsVisitsClosedByTheClockOnTheWall() throws Exception {
    Story door = Story.at("door", "ada");
    play(door.frame(0, face("ada", 1)), door.frame(1, face("ada", 1)));
    harness.setProcessingTime(1_000 + SILENCE - 1);
    assertThat(sightings("door"))
        .last()
        .extracting(Sighting::status)
        .isEqualTo(SightingStatus.OPEN);

    harness.setProcessingTime(1_000 + SILENCE);
    assertThat(sightings("door"))
        .last()
        .extracting(Sighting::status)
        .isEqualTo(SightingStatus.CLOSED);
    assertThat(metered.count("sourcesSilent")).isEqualTo(1);
  }

  @Test
  void whoeverIsHeardFromIsNotSilent() throws Exception {
    Story door = Story.at("door", "ada");
    play(door.frame(0, face("ada", 1)), door.frame(1, face("ada", 1)));
    harness.setProcessingTime(1_000 + SILENCE - 1);
    play(door.beat(2));
    harness.setProcessingTime(1_000 + 2 * SILENCE - 2);
    assertThat(sightings("door")).hasSize(1);

    harness.setProcessingTime(1_000 + 2 * SILENCE);
    assertThat(sightings("door")).hasSize(2);
  }

  @Test
  void oneSourcesSilenceClosesNothingOfAnother() throws Exception {
    Story door = Story.at("door", "ada");
    Story yard = Story.at("yard", "ada");
    play(door.frame(0, face("ada", 1)), door.frame(1, face("ada", 1)));
    harness.setProcessingTime(SILENCE);
    play(yard.frame(0, face("ada", 1)), yard.frame(1, face("ada", 1)));
    harness.setProcessingTime(1_000 + SILENCE);

    assertThat(sightings("door")).hasSize(2);
    assertThat(sightings("yard")).hasSize(1);
  }

  @Test
  void aSourceThatComesBackWithinTheGapReopensItsVisit() throws Exception {
    Story door = Story.at("door", "ada");
    play(door.frame(0, face("ada", 1)), door.frame(1, face("ada", 1)));
    harness.setProcessingTime(1_000 + SILENCE);
    play(door.frame(30, face("ada", 1)));

    Sighting reopened = sightings("door").get(2);
    assertThat(reopened.status()).isEqualTo(SightingStatus.OPEN);
    assertThat(reopened.revision()).isEqualTo(3);
    assertThat(reopened.id()).isEqualTo(sightings("door").get(0).id());

    harness.setProcessingTime(1_000 + 3 * SILENCE);
    assertThat(sightings("door"))
        .last()
        .extracting(Sighting::status)
        .isEqualTo(SightingStatus.CLOSED);
  }

  @Test
  void aSourceWithNothingOpenNeedsNoTimer() throws Exception {
    Story door = Story.at("door", "ada");
    play(door.frame(0), door.beat(1));

    assertThat(harness.getProcessingTimeService().getNumActiveTimers()).isZero();
  }

  @Test
  void whoeverIsWatchedForRaisesOneAlertPerVisit() throws Exception {
    Story door = Story.at("door", "ada", "ben");
    for (int i = 0; i < 60; i++) {
      play(door.frame(i, face("ada", 1), face("ben", 2)));
    }
    play(door.endFrame(60));

    assertThat(alerts()).hasSize(1);
    Alert alert = alerts().get(0);
    assertThat(alert.rule()).isEqualTo("ada anywhere");
    assertThat(alert.person().name()).isEqualTo("Ada");
    assertThat(alert.time()).isEqualTo(Story.START.plusMillis(Story.SECOND_MILLIS));
    assertThat(alert.sightingId()).isEqualTo(sightings("door").get(0).id());
    assertThat(metered.count("alertsRaised")).isEqualTo(1);
  }

  @Test
  void strangersRaiseAlertsOnlyWhereTheyAreWatchedFor() throws Exception {
    Story door = Story.at("door", "ada");
    Story yard = Story.at("yard", "ada");
    for (int i = 0; i < 5; i++) {
      play(door.frame(i, face("somebody", 1)), yard.frame(i, face("somebody", 1)));
    }

    assertThat(alerts()).extracting(alert -> alert.source().id()).containsExactly("door");
  }

  @Test
  void aRestartInTheMiddleOfAVisitChangesNothing() throws Exception {
    Story door = Story.at("door", "ada");
    play(door.frame(0, face("ada", 1)), door.frame(1, face("ada", 1)));
    OperatorSubtaskState state = harness.snapshot(1, 1);
    String id = sightings("door").get(0).id();
    harness.close();

    harness = harness();
    harness.initializeState(state);
    harness.open();
    // It was away for longer than a source may be silent, and listens for as long again.
    harness.setProcessingTime(1_000 + SILENCE);
    assertThat(sightings("door")).isEmpty();
    harness.setProcessingTime(1_000 + 2 * SILENCE);

    assertThat(sightings("door")).hasSize(1);
    Sighting closed = sightings("door").get(0);
    assertThat(closed.status()).isEqualTo(SightingStatus.CLOSED);
    assertThat(closed.id()).isEqualTo(id);
    assertThat(closed.revision()).isEqualTo(2);
  }

  @Test
  void whatBecameOfTheVisitsIsCounted() throws Exception {
    Story door = Story.at("door", "ada");
    play(door.frame(0, face("ada", 1)), door.frame(1, face("ada", 1), face("poster", 2)));
    play(door.endFrame(2));

    assertThat(metered.count("sightingsOpened")).isEqualTo(1);
    assertThat(metered.count("sightingsClosed")).isEqualTo(1);
    assertThat(metered.count("sightingRevisions")).isEqualTo(2);
    assertThat(metered.count("visitsTooBrief")).isEqualTo(1);
  }

  private PairHarness<IdentifiedFrame, IdentifyResult, Sighting> harness() throws Exception {
    return new PairHarness<>(
        new KeyedCoProcessOperator<>(
            new SightingFunction(Story.SETTINGS, WATCHLIST, ALERTS, AttemptJournal.none())),
        frame -> frame.info().source().id(),
        answer -> answer.source().id(),
        metered.environment());
  }

  private void play(IdentifiedFrame... frames) throws Exception {
    for (IdentifiedFrame frame : frames) {
      harness.processFirst(frame);
    }
  }

  private List<Sighting> sightings(String source) {
    return harness.extractOutputValues().stream()
        .filter(sighting -> sighting.source().id().equals(source))
        .toList();
  }

  private List<Alert> alerts() {
    var all = harness.getSideOutput(ALERTS);
    return all == null ? List.of() : all.stream().map(StreamRecord::getValue).toList();
  }
}
