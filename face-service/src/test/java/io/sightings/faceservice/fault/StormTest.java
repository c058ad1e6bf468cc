package io.sightings.faceservice.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sightings.faceservice.fault.Storm.Kind;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StormTest {
  private static final int CALLS = 5000;

  private static List<Optional<Fault>> weather(Storm storm, Operation operation) {
    List<Optional<Fault>> weather = new ArrayList<>();
    for (int n = 1; n <= CALLS; n++) {
      weather.add(storm.next(operation, n));
    }
    return weather;
  }

  @Test
  void equalSeedsGiveEqualWeatherAndOperationsHaveTheirOwn() {
    List<Optional<Fault>> weather = weather(Storm.of(7, 0.2), Operation.DETECT);
    assertThat(weather(Storm.of(7, 0.2), Operation.DETECT)).isEqualTo(weather);
    assertThat(weather(Storm.of(8, 0.2), Operation.DETECT)).isNotEqualTo(weather);
    assertThat(weather(Storm.of(7, 0.2), Operation.IDENTIFY)).isNotEqualTo(weather);
  }

  @Test
  void itHitsItsShareAndEverythingHappens() {
    Storm storm =
        Storm.of(7, 0.2).withKinds(Kind.WARNING, Kind.SLOW, Kind.DROPPED_AFTER, Kind.THROTTLED);
    List<Optional<Fault>> weather = weather(storm, Operation.DETECT);
    assertThat(weather.stream().filter(Optional::isPresent).count())
        .isBetween(CALLS * 18L / 100, CALLS * 22L / 100);
    Set<Class<?>> kinds = new HashSet<>();
    weather.forEach(fault -> fault.ifPresent(each -> kinds.add(each.getClass())));
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            Fault.Warn.class, Fault.Slow.class, Fault.Drop.class, Fault.Refuse.class);
    assertThat(weather(Storm.of(7, 0), Operation.DETECT)).allMatch(Optional::isEmpty);
  }

  @Test
  void burstsTakeSeveralCallsInARow() {
    Storm storm = Storm.of(7, 0.01).withKinds(Kind.BURST);
    List<Optional<Fault>> weather = weather(storm, Operation.DETECT);
    int run = 0;
    int shortest = CALLS;
    for (Optional<Fault> fault : weather.subList(0, CALLS - storm.burst())) {
      if (fault.isPresent()) {
        run++;
      } else if (run > 0) {
        shortest = Math.min(shortest, run);
        run = 0;
      }
    }
    assertThat(shortest).isEqualTo(storm.burst());
  }

  @Test
  void faultsAreReadAsTheyAreWritten() throws JsonProcessingException {
    Faults faults =
        Faults.storm(Storm.of(7, 0.2))
            .and(Rule.nth(Operation.ADD_FACE, 2, Fault.throttled(2, true)))
            .and(Rule.nth(9, new Fault.Drop(Fault.Moment.IN_ANSWER, Fault.Ending.RESET)))
            .and(Rule.every(Operation.DETECT, new Fault.Slow(Duration.ofMillis(1500))))
            .and(Rule.every(Operation.TRAIN, new Fault.FailTraining("No.")))
            .and(Rule.nth(10, new Fault.Warn()))
            .and(Rule.nth(11, new Fault.Hang(Fault.Moment.BEFORE_WORK)));
    String json = Json.MAPPER.writeValueAsString(faults);
    assertThat(Json.MAPPER.readValue(json, Faults.class)).isEqualTo(faults);
    assertThat(json).contains("\"operation\":\"addFace\"", "\"by\":\"PT1.5S\"");
  }

  @Test
  void impossibleFaultsAreRefused() {
    assertThatThrownBy(() -> Storm.of(1, 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> Rule.nth(0, new Fault.Warn())).hasMessageContaining("counted from 1");
    assertThatThrownBy(() -> new Fault.Refuse(200, "", "", 0, null)).hasMessageContaining("200");
    assertThatThrownBy(() -> Operation.of("wave")).hasMessageContaining("wave");
  }
}
