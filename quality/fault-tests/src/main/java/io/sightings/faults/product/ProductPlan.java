package io.sightings.faults.product;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The product as it is to be put to the test.
 *
 * @param folder of everything
 * @param people portraits of those who are enrolled
 * @param gap after which a visit is over
 * @param transactionTimeout of the job's Kafka transactions
 * @param checkpointInterval of the job
 * @param checkpointTimeout of the job
 * @param ingestors how many
 */
public record ProductPlan(
    Path folder,
    Path people,
    Duration gap,
    Duration transactionTimeout,
    Duration checkpointInterval,
    Duration checkpointTimeout,
    int ingestors) {

  /**
   * As documented, but for checkpoints that come quickly, so that many commits can be disturbed.
   */
  public static ProductPlan of(Path folder, Path people, Duration gap) {
    return new ProductPlan(
        folder,
        people,
        gap,
        Duration.ofMinutes(15),
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        2);
  }

  /** With transactions that are given up as soon as the job's settings allow. */
  public static ProductPlan ofShortTransactions(Path folder, Path people, Duration gap) {
    return new ProductPlan(
        folder,
        people,
        gap,
        Duration.ofSeconds(25),
        Duration.ofSeconds(12),
        Duration.ofSeconds(10),
        1);
  }
}
