package io.sightings.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.faults.fault.Blow;
import io.sightings.faults.fault.Fault;
import io.sightings.faults.fault.FaultKind;
import io.sightings.faults.fault.Rescale;
import io.sightings.faults.fault.Schedule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Duration TIME = Duration.ofMinutes(30);

  @Test
  void theSameSeedTellsTheSameStory() {
    assertThat(of(1)).isEqualTo(of(1)).isNotEqualTo(of(2));
  }

  @Test
  void thereAreAsManyFaultsAsWereAskedForAndAllKindsAmongThem() {
    for (long seed = 0; seed < 50; seed++) {
      List<Fault> faults = of(seed).stream().flatMap(blow -> blow.faults().stream()).toList();
      assertThat(faults).hasSize(40);
      assertThat(faults.stream().map(Fault::kind).distinct()).hasSize(FaultKind.values().length);
    }
  }

  @Test
  void theyComeOneAfterAnotherWithinTheTime() {
    List<Blow> blows = of(1);
    assertThat(blows).extracting(Blow::after).isSorted().allMatch(at -> at.compareTo(TIME) < 0);
  }

  @Test
  void nobodyRescalesAJobThatIsInTrouble() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(of(seed))
          .filteredOn(blow -> blow.faults().stream().anyMatch(Rescale.class::isInstance))
          .allSatisfy(blow -> assertThat(blow.faults()).hasSize(1));
    }
  }

  private static List<Blow> of(long seed) {
    return Schedule.of(seed, TIME, 40, List.of(FaultKind.values()));
  }
}
