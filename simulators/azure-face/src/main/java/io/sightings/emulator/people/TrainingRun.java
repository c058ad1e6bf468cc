package io.sightings.emulator.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One training of a group. It goes by the clock: nothing runs.
 *
 * @param created when it was asked for
 * @param starts when it leaves the queue
 * @param ends when it is done
 * @param failure why it fails
 */
public record TrainingRun(Instant created, Instant starts, Instant ends, @Nullable String failure) {

  /** What the service calls status. */
  public enum Status {
    NOT_STARTED("notStarted"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed");

    private final String value;

    Status(String value) {
      this.value = value;
    }

    public String value() {
      return value;
    }
  }

  public Status status(Instant now) {
    if (now.isBefore(starts)) {
      return Status.NOT_STARTED;
    }
    if (now.isBefore(ends)) {
      return Status.RUNNING;
    }
    return failure == null ? Status.SUCCEEDED : Status.FAILED;
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(ends);
  }
}
