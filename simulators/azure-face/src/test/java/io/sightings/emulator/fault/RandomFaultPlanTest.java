package io.sightings.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.RandomFaultPlan.Kind;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.emulator.wire.EmulatorJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomFaultPlanTest {
  private static final int CALLS = 5000;

  private static List<Optional<CallFault>> weather(RandomFaultPlan storm, ApiOperation operation) {
    List<Optional<CallFault>> weather = new ArrayList<>();
    for (int n = 1; n <= CALLS; n++) {
      weather.add(storm.next(operation, n));
    }
    return weather;
  }

  @Test
  void equalSeedsGiveEqualWeatherAndOperationsHaveTheirOwn() {
    List<Optional<CallFault>> weather = weather(RandomFaultPlan.of(7, 0.2), ApiOperation.DETECT);
    assertThat(weather(RandomFaultPlan.of(7, 0.2), ApiOperation.DETECT)).isEqualTo(weather);
    assertThat(weather(RandomFaultPlan.of(8, 0.2), ApiOperation.DETECT)).isNotEqualTo(weather);
    assertThat(weather(RandomFaultPlan.of(7, 0.2), ApiOperation.IDENTIFY)).isNotEqualTo(weather);
  }

  @Test
  void itHitsItsShareAndEverythingHappens() {
    RandomFaultPlan storm =
        RandomFaultPlan.of(7, 0.2)
            .withKinds(Kind.WARNING, Kind.SLOW, Kind.DROPPED_AFTER, Kind.THROTTLED);
    List<Optional<CallFault>> weather = weather(storm, ApiOperation.DETECT);
    assertThat(weather.stream().filter(Optional::isPresent).count())
        .isBetween(CALLS * 18L / 100, CALLS * 22L / 100);
    Set<Class<?>> kinds = new HashSet<>();
    weather.forEach(fault -> fault.ifPresent(each -> kinds.add(each.getClass())));
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            CallFault.Warn.class,
            CallFault.Slow.class,
            CallFault.Drop.class,
            CallFault.Refuse.class);
    assertThat(weather(RandomFaultPlan.of(7, 0), ApiOperation.DETECT)).allMatch(Optional::isEmpty);
  }

  @Test
  void burstsTakeSeveralCallsInARow() {
    RandomFaultPlan storm = RandomFaultPlan.of(7, 0.01).withKinds(Kind.BURST);
    List<Optional<CallFault>> weather = weather(storm, ApiOperation.DETECT);
    int run = 0;
    int shortest = CALLS;
    for (Optional<CallFault> fault : weather.subList(0, CALLS - storm.burst())) {
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
    FaultPlan faults =
        FaultPlan.storm(RandomFaultPlan.of(7, 0.2))
            .and(FaultRule.nth(ApiOperation.ADD_FACE, 2, CallFault.throttled(2, true)))
            .and(
                FaultRule.nth(
                    9, new CallFault.Drop(CallFault.Moment.IN_ANSWER, CallFault.Ending.RESET)))
            .and(FaultRule.every(ApiOperation.DETECT, new CallFault.Slow(Duration.ofMillis(1500))))
            .and(FaultRule.every(ApiOperation.TRAIN, new CallFault.FailTraining("No.")))
            .and(FaultRule.nth(10, new CallFault.Warn()))
            .and(FaultRule.nth(11, new CallFault.Hang(CallFault.Moment.BEFORE_WORK)));
    String json = EmulatorJson.MAPPER.writeValueAsString(faults);
    assertThat(EmulatorJson.MAPPER.readValue(json, FaultPlan.class)).isEqualTo(faults);
    assertThat(json).contains("\"operation\":\"addFace\"", "\"by\":\"PT1.5S\"");
  }

  @Test
  void impossibleFaultsAreRefused() {
    assertThatThrownBy(() -> RandomFaultPlan.of(1, 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> FaultRule.nth(0, new CallFault.Warn()))
        .hasMessageContaining("counted from 1");
    assertThatThrownBy(() -> new CallFault.Refuse(200, "", "", 0, null))
        .hasMessageContaining("200");
    assertThatThrownBy(() -> ApiOperation.of("wave")).hasMessageContaining("wave");
  }
}
