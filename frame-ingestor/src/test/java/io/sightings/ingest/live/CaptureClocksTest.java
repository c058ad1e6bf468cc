package io.sightings.ingest.live;

import static io.sightings.contract.CaptureClock.ARRIVAL;
import static io.sightings.contract.CaptureClock.CAMERA;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.sample.CaptureTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptureClocksTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");
  private static final Duration STALL = Duration.ofSeconds(20);

  private final CaptureClocks clocks = new CaptureClocks(Duration.ofMinutes(1), STALL);

  CaptureClocksTest() {
    clocks.opened();
  }

  @Test
  void aCameraThatTellsItsTimeIsBelieved() {
    assertThat(at(0, -0.4)).isEqualTo(time(-0.4, CAMERA));
    assertThat(at(0.04, -0.4)).isEqualTo(time(-0.36, CAMERA));
    assertThat(clocks.setBack()).isFalse();
  }

  @Test
  void aCameraThatTellsNoTimeIsTimedAtArrival() {
    assertThat(at(0)).isEqualTo(time(0, ARRIVAL));
    assertThat(at(0.04)).isEqualTo(time(0.04, ARRIVAL));
  }

  @Test
  void aCameraThatIsTooFarOffIsNotBelieved() {
    assertThat(at(0, 61)).isEqualTo(time(0, ARRIVAL));
    assertThat(at(0.04, -61)).isEqualTo(time(0.04, ARRIVAL));
  }

  @Test
  void aCameraAtTheBoundIsBelieved() {
    assertThat(at(0, 60)).isEqualTo(time(60, CAMERA));
  }

  @Test
  void withNoToleranceNoCameraIsBelieved() {
    CaptureClocks strict = new CaptureClocks(Duration.ZERO, STALL);
    strict.opened();

    assertThat(strict.at(0, START, START)).isEqualTo(time(0, ARRIVAL));
  }

  @Test
  void anyToleranceMayBeSet() {
    CaptureClocks easy = new CaptureClocks(Duration.ofDays(999_999_999), STALL);
    easy.opened();

    assertThat(easy.at(0, Instant.EPOCH, START)).isEqualTo(new CaptureTime(Instant.EPOCH, CAMERA));
  }

  @Test
  void aCameraThatTellsItsTimeLaterIsBelievedFromThenOnWithoutGoingBack() {
    assertThat(at(0)).isEqualTo(time(0, ARRIVAL));
    assertThat(at(0.2)).isEqualTo(time(0.2, ARRIVAL));

    // Pictures take 0.3 s to arrive.
    assertThat(at(0.4, -0.3)).isEqualTo(time(0.2, CAMERA));
    assertThat(clocks.setBack()).isFalse();
    assertThat(at(0.6, -0.3)).isEqualTo(time(0.3, CAMERA));
  }

  @Test
  void aCameraWhoseClockIsSlowByMoreBeginsAnotherEpochWhenItTellsSo() {
    at(0);

    assertThat(at(0.2, -5)).isEqualTo(time(-4.8, CAMERA));
    assertThat(clocks.setBack()).isTrue();
    at(0.4, -5);
    assertThat(clocks.setBack()).isFalse();
  }

  @Test
  void aCameraThatIsBackIsTimedAsBeforeUntilItTellsItsTimeAgain() {
    at(0, -20);
    at(10, -20);

    clocks.opened();

    assertThat(at(0, 30, null)).isEqualTo(time(10, CAMERA));
    assertThat(clocks.setBack()).isFalse();
    assertThat(at(5, 35, -20.1)).isEqualTo(time(14.9, CAMERA));
    assertThat(clocks.setBack()).isFalse();
  }

  @Test
  void aCameraThatIsBackAndTellsNoTimeAnyMoreIsTimedAtArrivalInTheEnd() {
    at(0, 20);
    clocks.opened();

    assertThat(at(0, 10, null).clock()).isEqualTo(CAMERA);
    assertThat(at(29, 39, null).clock()).isEqualTo(CAMERA);
    assertThat(at(60, 70, null)).isEqualTo(time(70, ARRIVAL));
  }

  @Test
  void aCameraAtTheVeryBoundDoesNotChangeSidesWithEveryPicture() {
    at(0, 59.9);
    at(1, 60.1);
    boolean setBackOnce = clocks.setBack();

    for (int i = 2; i < 100; i++) {
      assertThat(at(i, i % 2 == 0 ? 59.9 : 60.1).clock()).isEqualTo(ARRIVAL);
      assertThat(clocks.setBack()).isFalse();
    }
    assertThat(setBackOnce).isTrue();
  }

  @Test
  void aCameraThatWasSetRightIsBelievedAgain() {
    at(0, 3600);
    assertThat(at(1, 3600).clock()).isEqualTo(ARRIVAL);

    assertThat(at(2, 0.1)).isEqualTo(time(2.1, CAMERA));
  }

  @Test
  void aClockThatWasSetBackALittleIsWaitedFor() {
    at(10, 0);

    assertThat(at(10.5, -0.9)).isEqualTo(time(10, CAMERA));
    assertThat(clocks.setBack()).isFalse();
    assertThat(at(11, -0.9)).isEqualTo(time(10.1, CAMERA));
  }

  @Test
  void aClockThatWasSetBackByMoreThanASecondBeginsAnotherEpoch() {
    at(10, 0);

    assertThat(at(10.04, -3)).isEqualTo(time(7.04, CAMERA));
    assertThat(clocks.setBack()).isTrue();
  }

  @Test
  void oursBeingSetBackBeginsAnotherEpoch() {
    at(0);
    at(1);

    assertThat(at(2, -3600, null)).isEqualTo(time(-3600, ARRIVAL));
    assertThat(clocks.setBack()).isTrue();
  }

  @Test
  void aClockThatGoesBackAllTheTimeIsNotBelieved() {
    int epochs = 0;
    for (int i = 0; i < 200; i++) {
      at(i * 0.04, i % 2 == 0 ? 5 : 0);
      epochs += clocks.setBack() ? 1 : 0;
    }

    assertThat(epochs).isLessThanOrEqualTo(4);
    assertThat(at(9, 0).clock()).isEqualTo(ARRIVAL);
  }

  @Test
  void aStallIsNotTakenForACameraThatIsOff() {
    CaptureClocks strict = new CaptureClocks(Duration.ofSeconds(2), STALL);
    strict.opened();
    strict.at(0, START, START);

    CaptureTime held = strict.at(40_000, START.plusMillis(40), START.plusSeconds(8));

    assertThat(held).isEqualTo(time(0.04, CAMERA));
  }

  @Test
  void timesNeverGoBackWithinAnEpochWhateverComes() {
    Random random = new Random(3);
    long micros = 0;
    Instant arrival = START;
    Instant last = Instant.MIN;
    for (int i = 0; i < 100_000; i++) {
      if (random.nextInt(500) == 0) {
        clocks.opened();
        micros = 0;
      }
      micros += random.nextInt(10) == 0 ? random.nextInt(5_000_000) : 40_000;
      arrival = arrival.plusMillis(random.nextInt(1000) == 0 ? -5000 : random.nextInt(80));
      Instant camera =
          random.nextInt(3) == 0 ? null : arrival.plusMillis(random.nextInt(140_000) - 70_000);

      CaptureTime now = clocks.at(micros, camera, arrival);

      if (!clocks.setBack()) {
        assertThat(now.at()).isAfterOrEqualTo(last);
      }
      if (now.clock() == ARRIVAL) {
        // What was published by a clock ahead of ours may have to be waited for.
        Instant bound = last.isAfter(arrival) && !clocks.setBack() ? last : arrival;
        assertThat(now.at()).isBeforeOrEqualTo(bound);
      }
      last = now.at();
    }
  }

  /** A picture that arrives when it is due, from a camera whose clock is so far ahead. */
  private CaptureTime at(double seconds, double ahead) {
    return at(seconds, seconds, ahead);
  }

  private CaptureTime at(double seconds) {
    return at(seconds, seconds, null);
  }

  /** A picture of the stream's second, that arrives at another. */
  private CaptureTime at(double seconds, double arrival, Double ahead) {
    Instant arrived = start(arrival);
    return clocks.at(
        Math.round(seconds * 1e6), ahead == null ? null : start(arrival + ahead), arrived);
  }

  private static CaptureTime time(double seconds, io.sightings.contract.CaptureClock clock) {
    return new CaptureTime(start(seconds), clock);
  }

  private static Instant start(double seconds) {
    return START.plusNanos(Math.round(seconds * 1e6) * 1000);
  }
}
