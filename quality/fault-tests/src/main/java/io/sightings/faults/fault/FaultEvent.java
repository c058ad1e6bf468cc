package io.sightings.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What goes wrong at one moment.
 *
 * @param after the beginning, at the earliest
 * @param faults one, or several at once
 */
public record FaultEvent(Duration after, FaultMoment moment, List<InjectedFault> faults) {

  public FaultEvent {
    faults = List.copyOf(faults);
  }

  /** What, and when exactly. */
  public String words() {
    String what = faults.stream().map(FaultEvent::text).collect(Collectors.joining(" and "));
    return moment == FaultMoment.ANY ? what : what + ", " + moment;
  }

  @Override
  public String toString() {
    return "%2d:%02d  %s".formatted(after.toMinutes(), after.toSecondsPart(), words());
  }

  private static String text(InjectedFault fault) {
    return fault.lasts().isZero()
        ? fault.kind()
        : String.format(
            Locale.ROOT, "%s for %.1f s", fault.kind(), fault.lasts().toMillis() / 1000.0);
  }

  /** When exactly something goes wrong. */
  public enum FaultMoment {
    ANY("at any moment"),
    /** A checkpoint has begun and is not complete: transactions are being prepared. */
    CHECKPOINT("during a checkpoint"),
    /** A checkpoint has just been completed: transactions are being committed. */
    COMMIT("during commits");

    private final String words;

    FaultMoment(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
