package io.sightings.emulator.operations;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * How long things take.
 *
 * @param answer any answer, beside the work itself
 * @param change of one person's faces; changes of one person wait for each other
 * @param trainingQueue how long a training is not started
 * @param training how long it runs then
 */
@RecordBuilder
public record EmulatorDelays(
    Duration answer, Duration change, Duration trainingQueue, Duration training)
    implements EmulatorDelaysBuilder.With {

  /** No delays but for trainings: a fifth of a second in the queue and a second of work. */
  public static final EmulatorDelays DEFAULT =
      new EmulatorDelays(
          Duration.ZERO, Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(1));

  /** Everything at once, trainings too. */
  public static final EmulatorDelays INSTANT =
      new EmulatorDelays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  public EmulatorDelays withTraining(Duration queue, Duration work) {
    return new EmulatorDelays(answer, change, queue, work);
  }
}
