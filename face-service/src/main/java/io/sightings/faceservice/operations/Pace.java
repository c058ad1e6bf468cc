package io.sightings.faceservice.operations;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param answer any answer, beside the work itself
 * @param change of one person's faces; changes of one person wait for each other
 * @param trainingQueue how long a training is not started
 * @param training how long it runs then
 */
public record Pace(Duration answer, Duration change, Duration trainingQueue, Duration training) {

  /** No delays but for trainings: a fifth of a second in the queue and a second of work. */
  public static final Pace DEFAULT =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(1));

  /** Everything at once, trainings too. */
  public static final Pace INSTANT =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  public Pace withAnswer(Duration other) {
    return new Pace(other, change, trainingQueue, training);
  }

  public Pace withChange(Duration other) {
    return new Pace(answer, other, trainingQueue, training);
  }

  public Pace withTraining(Duration queue, Duration work) {
    return new Pace(answer, change, queue, work);
  }
}
