package io.sightings.faults.fault;

import io.sightings.faults.fault.FaultEvent.FaultMoment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What goes wrong in a run, and when: decided by its seed. */
public final class FaultSchedule {
  /** Flink's heartbeat timeout is 20 s: a pause is longer than that. */
  private static final int LONGEST_SILENCE_SECONDS = 20;

  /** One blow in so many is two faults at once. */
  private static final int ONE_DOUBLE_IN = 6;

  private final Random random;
  private final List<FaultKind> kinds;
  private final List<FaultKind> bag = new ArrayList<>();

  private FaultSchedule(long seed, List<FaultKind> kinds) {
    this.random = new Random(seed);
    this.kinds = kinds;
  }

  /**
   * @param faults how many, spread over the time
   * @param kinds of faults there may be; each comes once before any comes again
   */
  public static List<FaultEvent> of(long seed, Duration time, int faults, List<FaultKind> kinds) {
    return new FaultSchedule(seed, kinds).blows(time, faults);
  }

  private List<FaultEvent> blows(Duration time, int count) {
    List<List<InjectedFault>> groups = new ArrayList<>();
    for (int left = count; left > 0; ) {
      List<InjectedFault> group = new ArrayList<>();
      group.add(fault(draw()));
      if (left > 1 && random.nextInt(ONE_DOUBLE_IN) == 0 && first(group) != FaultKind.RESCALE) {
        addAnother(group);
      }
      groups.add(group);
      left -= group.size();
    }
    List<FaultEvent> blows = new ArrayList<>();
    double step = time.toMillis() / (double) groups.size();
    for (int i = 0; i < groups.size(); i++) {
      long at = (long) (step * (i + 0.5 * random.nextDouble()));
      FaultMoment moment =
          first(groups.get(i)) == FaultKind.RESCALE ? FaultMoment.ANY : moment(random.nextInt(4));
      blows.add(new FaultEvent(Duration.ofMillis(at), moment, groups.get(i)));
    }
    return blows;
  }

  /** Half of them at a moment that matters. */
  private static FaultMoment moment(int drawn) {
    return switch (drawn) {
      case 0 -> FaultMoment.CHECKPOINT;
      case 1 -> FaultMoment.COMMIT;
      default -> FaultMoment.ANY;
    };
  }

  /** Only to another kind of process, and never together with a rescaling. */
  private void addAnother(List<InjectedFault> group) {
    ProcessFault other = fault(draw());
    if (other.what() != FaultKind.RESCALE && !other.what().target().equals(first(group).target())) {
      group.add(other);
    }
  }

  private static FaultKind first(List<InjectedFault> group) {
    return ((ProcessFault) group.get(0)).what();
  }

  private FaultKind draw() {
    if (bag.isEmpty()) {
      bag.addAll(kinds);
      Collections.shuffle(bag, random);
    }
    return bag.remove(bag.size() - 1);
  }

  private ProcessFault fault(FaultKind kind) {
    int one = 1 + random.nextInt(2);
    Duration lasts =
        switch (kind) {
          case KILL_TASK_MANAGER, KILL_LEADER -> seconds(2, 6);
          case KILL_BROKER -> seconds(1, 5);
          case KILL_INGESTOR -> seconds(0, 3);
          case PAUSE_TASK_MANAGER -> seconds(LONGEST_SILENCE_SECONDS + 3, 6);
          case PAUSE_LEADER -> seconds(8, 10);
          case PAUSE_BROKER -> seconds(3, 12);
          case RESCALE -> Duration.ZERO;
        };
    return new ProcessFault(kind, one, lasts);
  }

  private Duration seconds(int least, int more) {
    return Duration.ofMillis(1000L * least + random.nextInt(1000 * more));
  }
}
