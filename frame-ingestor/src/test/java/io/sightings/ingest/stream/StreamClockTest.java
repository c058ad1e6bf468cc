package io.sightings.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamClockTest {
  private static final long FRAME = 100;
  private final StreamClock clock = new StreamClock();

  @Test
  void itFollowsTheStreamsTimesFromZero() {
    assertThat(times(at(70_000, 0), at(70_100, 90), at(70_250, 260)))
        .containsExactly(0L, 100L, 250L);
  }

  @Test
  void picturesThatComeInABurstKeepTheirTimes() {
    assertThat(times(at(0, 0), at(1000, 1), at(2000, 2))).containsExactly(0L, 1000L, 2000L);
  }

  @Test
  void afterAJumpForwardOrBackItGoesOnByTheTimeThatPassed() {
    assertThat(times(at(0, 0), at(100, 100), at(3_600_200, 200), at(3_600_300, 300)))
        .containsExactly(0L, 100L, 200L, 300L);
    assertThat(clock.jump()).isZero();
    assertThat(times(at(5, 400), at(105, 500))).containsExactly(400L, 500L);
  }

  @Test
  void aPauseOfTheCameraIsNoJump() {
    assertThat(times(at(0, 0), at(60_000, 60_010))).containsExactly(0L, 60_000L);
  }

  @Test
  void aLittleDisorderNeitherGoesBackNorBeginsAnew() {
    assertThat(times(at(0, 0), at(200, 100), at(100, 200), at(300, 300)))
        .containsExactly(0L, 200L, 200L, 300L);
  }

  @Test
  void picturesWithoutTimesGoByTheirArrival() {
    assertThat(times(at(null, 0), at(null, 90), at(null, 210))).containsExactly(0L, 90L, 210L);
  }

  @Test
  void aFirstPictureWithoutATimeIsOneFrameBeforeTheSecond() {
    assertThat(times(at(null, 0), at(500, 1), at(600, 2))).containsExactly(0L, FRAME, 2 * FRAME);
  }

  @Test
  void aFirstKeyFrameWithoutATimeIsAsFarFromTheSecondAsItWas() {
    assertThat(times(at(null, 0))).containsExactly(0L);
    clock.began(400_000);

    assertThat(times(at(2400, 1900))).containsExactly(2000L);
  }

  private record Picture(Long millis, long arrival) {}

  private static Picture at(Integer millis, long arrival) {
    return new Picture(millis == null ? null : (long) millis, arrival);
  }

  private List<Long> times(Picture... pictures) {
    List<Long> times = new ArrayList<>();
    Arrays.stream(pictures)
        .forEach(
            one ->
                times.add(
                    clock.next(
                            one.millis() == null ? null : one.millis() * 1000,
                            one.arrival() * 1000,
                            FRAME * 1000)
                        / 1000));
    return times;
  }
}
