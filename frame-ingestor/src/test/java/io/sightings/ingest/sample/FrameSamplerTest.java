package io.sightings.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;

import io.sightings.ingest.jpeg.DrawnPictures;
import io.sightings.ingest.settings.SampleSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameSamplerTest {
  private static final SampleSettings TWICE_A_SECOND = SampleSettings.defaults().withFps(2);
  private static final SampleSettings MOTION = TWICE_A_SECOND.withMotion(0.01);
  private static final int NOBODY = -100;

  /** Four pictures a second, each with somebody at so many pixels from the left. */
  private static List<Double> taken(SampleSettings settings, int... places) {
    FrameSampler sampler = new FrameSampler(settings);
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      try (DrawnPictures pictures = new DrawnPictures().size(160, 120, AV_PIX_FMT_GRAY8)) {
        pictures.at(i * 250_000L);
        pictures.paint(
            (plane, x, y, part) -> x >= place && x < place + 30 && y > 40 ? 200 : 40 + x / 2);
        if (sampler.takes(pictures)) {
          taken.add(i * 0.25);
        }
      }
    }
    return taken;
  }

  @Test
  void withoutMotionEveryPictureDueIsTaken() {
    assertThat(taken(TWICE_A_SECOND, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY))
        .containsExactly(0.0, 0.5, 1.0);
  }

  @Test
  void withMotionTheFirstPictureIsTakenAndNoneLikeIt() {
    assertThat(taken(MOTION, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY)).containsExactly(0.0);
  }

  @Test
  void somebodyWhoComesAndStopsIsTakenComingAndStanding() {
    assertThat(taken(MOTION, NOBODY, NOBODY, 20, 30, 60, 60, 60, 60, 60, 60, 60, 60))
        .containsExactly(0.0, 0.5, 1.0, 1.5);
  }

  @Test
  void anEmptyRoomIsTakenOnceMoreWhenSomebodyHasLeft() {
    assertThat(
            taken(MOTION, 50, 50, 50, 50, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY))
        .containsExactly(0.0, 1.0, 1.5);
  }

  @Test
  void whoMovesBetweenTwoPicturesDueIsTakenAtTheNextOne() {
    assertThat(taken(MOTION, 50, 50, 50, 80, 80, 80)).containsExactly(0.0, 1.0);
  }

  @Test
  void whoMovesSlowlyIsTakenWhenHeHasMovedFarEnough() {
    // By 2 pixels from one picture due to the next; a twentieth of the picture is 5 or so.
    assertThat(
            taken(
                MOTION.withMotion(0.05),
                50,
                51,
                52,
                53,
                54,
                55,
                56,
                57,
                58,
                59,
                60,
                61,
                62,
                63,
                64))
        .startsWith(0.0)
        .doesNotContain(0.5)
        .hasSizeBetween(3, 6);
  }

  @Test
  void heartbeatsAreDueWhereNoPictureIsTaken() {
    FrameSampler sampler =
        new FrameSampler(
            new SampleSettings(2, Duration.ofSeconds(1), false, 0.01, 0, 3, null, List.of()));
    List<Double> heartbeats = new ArrayList<>();
    try (DrawnPictures pictures = new DrawnPictures().size(160, 120, AV_PIX_FMT_GRAY8)) {
      pictures.paint((plane, x, y, part) -> 100);
      for (long micros = 0; micros <= 3_000_000; micros += 250_000) {
        sampler.takes(pictures.at(micros));
        if (sampler.heartbeatDue(micros)) {
          heartbeats.add(micros / 1e6);
        }
      }
    }
    assertThat(heartbeats).containsExactly(1.0, 2.0, 3.0);
  }
}
