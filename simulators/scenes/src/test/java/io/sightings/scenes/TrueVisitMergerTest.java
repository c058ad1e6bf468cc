package io.sightings.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sightings.scenes.TrueFrame.TrueFace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrueVisitMergerTest {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private final List<TrueFrame> frames = new ArrayList<>();

  @Test
  void whoReturnsWithinTheGapIsStillOnTheSameVisit() {
    seen("Ada", 1, 1);
    seen("Ada", 11, 1);
    assertThat(visits())
        .containsExactly(
            new TrueVisit("Ada", true, 1, 11, START.plusSeconds(1), START.plusSeconds(11), 2));
  }

  @Test
  void whoReturnsAfterTheGapIsOnAnotherVisit() {
    seen("Ada", 1, 1);
    seen("Ada", 11.1, 1);
    assertThat(visits()).extracting(TrueVisit::firstSecond).containsExactly(1.0, 11.1);
  }

  @Test
  void anotherPersonNeitherEndsNorProlongsAVisit() {
    seen("Ada", 1, 1);
    seen("Ben", 6, 1);
    seen("Ada", 9, 1);
    seen("Ben", 19, 1);
    assertThat(visits())
        .extracting(TrueVisit::person, TrueVisit::known, TrueVisit::lastSecond)
        .containsExactly(
            tuple("Ada", true, 9.0), tuple("Ben", false, 6.0), tuple("Ben", false, 19.0));
  }

  @Test
  void aFaceHalfHiddenDoesNotCount() {
    seen("Ada", 1, 0.5);
    seen("Ada", 2, 0.95);
    seen("Ada", 3, 0.94);
    assertThat(visits())
        .extracting(TrueVisit::firstSecond, TrueVisit::lastSecond)
        .containsExactly(tuple(2.0, 2.0));
  }

  private void seen(String person, double second, double shown) {
    TrueFace face = new TrueFace(person, 10, 10, 80, 100, shown);
    frames.add(new TrueFrame(frames.size(), second, List.of(face)));
  }

  private List<TrueVisit> visits() {
    return new TrueVisitMerger(START, 10, Set.of("Ada")).visits(frames);
  }
}
