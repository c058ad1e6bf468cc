package io.sightings.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CameraClockTest {
  private static final double UNIT_MICROS = 1e6 / 90_000;
  private static final long START = 1_795_267_582_000_000L;
  private static final long FRAME = 40_000;

  private final CameraClock clock = new CameraClock(UNIT_MICROS);

  @Test
  void beforeTheFirstReportItIsNotKnown() {
    clock.packet(0L, null, null);

    assertThat(clock.at(0L)).isNull();
  }

  @Test
  void theFirstReportDatesAllPictures() {
    clock.packet(FRAME, START, null);

    assertThat(clock.at(FRAME)).isEqualTo(START + FRAME);
    assertThat(clock.at(null)).isNull();
  }

  @Test
  void aWallClockThatComesOnePictureEarlyIsToldFromOneThatDoesNot() {
    play(0, 50, START);
    assertThat(clock.at(49 * FRAME)).isEqualTo(START + 49 * FRAME);

    CameraClock prompt = new CameraClock(UNIT_MICROS);
    for (long i = 0; i < 50; i++) {
      prompt.packet(i * FRAME, START, START + i * FRAME);
    }
    assertThat(prompt.at(49 * FRAME)).isEqualTo(START + 49 * FRAME);
  }

  @Test
  void aClockThatIsSetOrDriftsIsFollowed() {
    play(0, 50, START);
    play(50, 100, START - 3_600_000_000L);

    assertThat(clock.at(99 * FRAME)).isEqualTo(START - 3_600_000_000L + 99 * FRAME);
  }

  @Test
  void whereRtpsTimesBeginAnewTheClockGoesOn() {
    play(0, 50, START);
    long wrap = Math.round((1L << 32) * UNIT_MICROS);
    play(50, 60, START - wrap);

    assertThat(clock.at(59 * FRAME)).isEqualTo(START + 59 * FRAME);
  }

  @Test
  void whereTheStreamsTimeJumpsTheClockGoesOnUntilTheNextReportCorrectsIt() {
    long jump = 7_200_000_000L;
    play(0, 49, START);
    // FFmpeg still goes by the report before the jump.
    clock.packet(49 * FRAME, START, START + jump + 50 * FRAME);
    playFrom(jump + 50 * FRAME, START);
    clock.jumped(jump);
    playFrom(jump + 55 * FRAME, START);
    assertThat(clock.at(jump + 50 * FRAME)).isEqualTo(START + 50 * FRAME);

    playFrom(jump + 60 * FRAME, START - jump + 2_000);
    assertThat(clock.at(jump + 62 * FRAME)).isEqualTo(START + 2_000 + 62 * FRAME);
  }

  /** Frames whose wall clock is that of the next one, as with H.264. */
  private void play(long from, long to, long start) {
    for (long i = from; i < to; i++) {
      clock.packet(i * FRAME, START, start + (i + 1) * FRAME);
    }
  }

  private void playFrom(long micros, long start) {
    for (long i = 0; i < 5; i++) {
      clock.packet(micros + i * FRAME, START, start + micros + (i + 1) * FRAME);
    }
  }
}
