package io.sightings.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {
  private static final long SECOND = 1_000_000;
  private static final long FRAME = 40_000;

  private final ArrivalClock clock = new ArrivalClock(Duration.ofSeconds(20));

  @Test
  void thePicturesOfAnEvenStreamAreTimedByTheFirst() {
    assertThat(clock.at(0, 100 * SECOND)).isEqualTo(100 * SECOND);
    assertThat(clock.at(FRAME, 100 * SECOND + FRAME)).isEqualTo(100 * SECOND + FRAME);
  }

  @Test
  void whatTheNetworkHoldsUpIsNotTakenForTime() {
    Random delays = new Random(1);
    clock.at(0, 100 * SECOND);

    for (int i = 1; i < 2000; i++) {
      long due = 100 * SECOND + i * FRAME;
      assertThat(clock.at(i * FRAME, due + delays.nextInt(200_000))).isBetween(due, due + FRAME);
    }
  }

  @Test
  void afterAStallTheHeldUpPicturesGetTheTimesTheyWereDue() {
    clock.at(0, 100 * SECOND);
    // Eight seconds of nothing, then all at once.
    for (int i = 1; i <= 200; i++) {
      assertThat(clock.at(i * FRAME, 108 * SECOND)).isEqualTo(100 * SECOND + i * FRAME);
    }
  }

  @Test
  void aFirstPictureThatWasHeldUpDoesNotDelayAllOthers() {
    // A server that sends four seconds of its past first.
    for (int i = 0; i < 100; i++) {
      assertThat(clock.at(i * FRAME, 100 * SECOND)).isLessThanOrEqualTo(100 * SECOND);
    }

    long due = 100 * SECOND + 10 * FRAME;
    assertThat(clock.at(109 * FRAME, due)).isEqualTo(due);
  }

  @Test
  void noPictureIsTakenAfterItsArrival() {
    Random random = new Random(2);
    long stream = 0;
    long arrival = 0;
    for (int i = 0; i < 20_000; i++) {
      stream += random.nextInt(200_000);
      arrival += random.nextInt(200_000);
      assertThat(clock.at(stream, arrival)).isLessThanOrEqualTo(arrival);
    }
  }

  @Test
  void aStreamThatRunsTooSlowlyIsFollowed() {
    // A clock that loses 0.1 %: ten times what is usual for a bad one.
    long worst = 0;
    for (long i = 0; i < 50_000; i++) {
      long arrival = 100 * SECOND + i * FRAME;
      worst = Math.max(worst, arrival - clock.at(i * FRAME * 999 / 1000, arrival));
    }

    assertThat(worst).isLessThanOrEqualTo(60_000);
  }

  @Test
  void aStreamThatRunsTooFastIsFollowed() {
    for (long i = 0; i < 50_000; i++) {
      long arrival = 100 * SECOND + i * FRAME;
      assertThat(clock.at(i * FRAME * 1001 / 1000, arrival)).isEqualTo(arrival);
    }
  }

  @Test
  void pausesOfTheStreamsOwnClockAreMadeUpForAtOnce() {
    clock.at(0, 100 * SECOND);

    // A camera that was asleep for an hour and counts on as if it had not been.
    assertThat(clock.at(FRAME, 3700 * SECOND)).isEqualTo(3700 * SECOND);
  }

  @Test
  void aStreamWhoseTimesJumpAheadIsStillTimedByArrival() {
    clock.at(0, 100 * SECOND);

    assertThat(clock.at(5000 * SECOND, 101 * SECOND)).isEqualTo(101 * SECOND);
  }

  @Test
  void aStreamWhoseTimesBeginAgainIsTimedAnew() {
    clock.at(50 * SECOND, 100 * SECOND);

    assertThat(clock.at(0, 101 * SECOND)).isEqualTo(101 * SECOND);
    assertThat(clock.at(FRAME, 101 * SECOND + FRAME)).isEqualTo(101 * SECOND + FRAME);
  }

  @Test
  void oursBeingSetBackIsFollowed() {
    for (int i = 0; i < 100; i++) {
      clock.at(i * FRAME, 5000 * SECOND + i * FRAME);
    }

    assertThat(clock.at(100 * FRAME, 1000 * SECOND)).isEqualTo(1000 * SECOND);
  }

  @Test
  void oursBeingSetForwardALittleIsFollowedWithinAMinute() {
    for (int i = 0; i < 1000; i++) {
      clock.at(i * FRAME, 100 * SECOND + i * FRAME);
    }
    for (int i = 1000; i < 1000 + 60 * 25; i++) {
      clock.at(i * FRAME, 103 * SECOND + i * FRAME);
    }

    assertThat(clock.at(2500 * FRAME, 103 * SECOND + 2500 * FRAME))
        .isEqualTo(103 * SECOND + 2500 * FRAME);
  }
}
