package io.sightings.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.faults.fault.FaultEvent;
import io.sightings.faults.fault.FaultKind;
import io.sightings.faults.fault.FaultSchedule;
import io.sightings.faults.fault.InjectedFault;
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
      List<InjectedFault> faults =
          of(seed).stream().flatMap(blow -> blow.faults().stream()).toList();
      assertThat(faults).hasSize(40);
      assertThat(faults.stream().map(InjectedFault::kind).distinct())
          .hasSize(FaultKind.values().length);
    }
  }

  @Test
  void theyComeOneAfterAnotherWithinTheTime() {
    List<FaultEvent> blows = of(1);
    assertThat(blows)
        .extracting(FaultEvent::after)
        .isSorted()
        .allMatch(at -> at.compareTo(TIME) < 0);
  }

  @Test
  void nobodyRescalesAJobThatIsInTrouble() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(of(seed))
          .filteredOn(
              blow -> blow.faults().stream().anyMatch(fault -> fault.kind().equals("rescale")))
          .allSatisfy(blow -> assertThat(blow.faults()).hasSize(1));
    }
  }

  private static List<FaultEvent> of(long seed) {
    return FaultSchedule.of(seed, TIME, 40, List.of(FaultKind.values()));
  }
}
