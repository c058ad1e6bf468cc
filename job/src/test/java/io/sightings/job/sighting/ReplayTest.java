package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same frames give the same sightings, whenever they are played. */
class ReplayTest {

  @Test
  void aReplayGivesTheSameRevisionsToTheLastByte() {
    assertThat(json(aFullDay())).isEqualTo(json(aFullDay()));
  }

  @Test
  void theIdsOfSightingsDiffer() {
    assertThat(aFullDay().sightings()).extracting(Sighting::id).doesNotHaveDuplicates();
  }

  @Test
  void revisionsOfASightingCountFromOneWithoutHoles() {
    Map<String, List<Integer>> revisions =
        aFullDay().revisions().stream()
            .collect(
                Collectors.groupingBy(
                    Sighting::id,
                    TreeMap::new,
                    Collectors.mapping(Sighting::revision, Collectors.toList())));

    assertThat(revisions.values())
        .allSatisfy(
            numbers ->
                assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList()));
  }

  @Test
  void aRunUnderAnotherEpochHasOtherIds() {
    Story first = Story.knowing("ada");
    first.during(0, 3, face("ada", 1));
    Story second = Story.knowing("ada");
    second.newRun("run2");
    second.during(0, 3, face("ada", 1));

    assertThat(first.sightings().get(0).id()).isNotEqualTo(second.sightings().get(0).id());
  }

  private static Story aFullDay() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 5, face("ada", 1), face("ben", 2), face("somebody", 3));
    story.during(6, 9, face("ada", 4).similarBy(0.1));
    story.during(10, 15, face("ada", 4));
    story.silence();
    story.during(20, 60, face("ben", 5), face("somebody else", 6));
    story.ended(60);
    return story;
  }

  private static List<String> json(Story story) {
    return story.revisions().stream()
        .map(revision -> new String(Json.write(revision), UTF_8))
        .toList();
  }
}
