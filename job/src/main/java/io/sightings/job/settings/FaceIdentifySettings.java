package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import io.sightings.job.settings.WorkSettings.By;
import java.io.Serializable;
import java.time.Duration;

/**
 * Who says whose faces are, and how sure that must be.
 *
 * @param by as {@link WorkSettings#by()}
 * @param threads as {@link WorkSettings#threads()}
 * @param timeout as {@link WorkSettings#timeout()}
 * @param spareWorkers as {@link WorkSettings#spareWorkers()}
 * @param falseMatchRate faces are named from the similarity on that two different people reach at
 *     this rate; 0 leaves it to the threshold
 */
public record FaceIdentifySettings(
    By by, int threads, Duration timeout, int spareWorkers, double falseMatchRate)
    implements Serializable {
  private static final double MIN_RATE = 1e-12;
  private static final double MAX_RATE = 0.1;

  public FaceIdentifySettings {
    new WorkSettings(by, threads, timeout, spareWorkers);
    SettingChecks.that(
        falseMatchRate == 0 || (falseMatchRate >= MIN_RATE && falseMatchRate <= MAX_RATE),
        "falseMatchRate",
        falseMatchRate,
        "0, or from " + MIN_RATE + " to " + MAX_RATE);
  }

  public static FaceIdentifySettings defaults() {
    WorkSettings work = WorkSettings.defaults();
    return new FaceIdentifySettings(
        work.by(), work.threads(), work.timeout(), work.spareWorkers(), 0);
  }

  public FaceIdentifySettings withBy(By other) {
    return new FaceIdentifySettings(other, threads, timeout, spareWorkers, falseMatchRate);
  }
}
