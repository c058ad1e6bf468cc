package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.time.Duration;

/**
 * How a stage works beside the stream.
 *
 * @param by who does the work
 * @param threads workers of each parallel instance; three more elements than that are in flight,
 *     and eight more where a service is asked, which takes its time: those are written into every
 *     checkpoint
 * @param timeout after which an element is given up
 * @param spareWorkers workers that may take the place of those whose work was given up and still
 *     runs; with all of them stuck, elements fail at once
 */
public record WorkSettings(By by, int threads, Duration timeout, int spareWorkers)
    implements Serializable {

  /** Who finds faces, or says whose they are. */
  public enum By {
    /** The models on this machine. */
    LOCAL,
    /** Azure AI Vision Face. */
    AZURE
  }

  public WorkSettings {
    SettingChecks.range("threads", threads, 1, 64);
    SettingChecks.range("spareWorkers", spareWorkers, 0, 64);
    SettingChecks.that(
        !timeout.isNegative() && !timeout.isZero(), "timeout", timeout, "more than 0s");
  }

  public static WorkSettings defaults() {
    return new WorkSettings(By.LOCAL, 1, Duration.ofSeconds(30), 2);
  }

  public WorkSettings withBy(By other) {
    return new WorkSettings(other, threads, timeout, spareWorkers);
  }

  /**
   * Elements in flight at once. Three wait beside the workers, so that they share one write to the
   * journal of attempts.
   */
  public int capacity() {
    return by == By.AZURE ? threads + 8 : threads + 3;
  }
}
