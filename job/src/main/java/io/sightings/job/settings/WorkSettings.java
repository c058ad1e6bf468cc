package io.sightings.job.settings;

import io.sightings.contract.settings.Check;
import java.io.Serializable;
import java.time.Duration;

/**
 * How a stage works beside the stream.
 *
 * @param threads workers of each parallel instance; one more element than that is in flight,
 *     because each is written into every checkpoint
 * @param timeout after which an element is given up
 */
public record WorkSettings(int threads, Duration timeout) implements Serializable {

  public WorkSettings {
    Check.range("threads", threads, 1, 64);
    Check.that(!timeout.isNegative() && !timeout.isZero(), "timeout", timeout, "more than 0s");
  }

  public static WorkSettings defaults() {
    return new WorkSettings(1, Duration.ofSeconds(30));
  }

  public int capacity() {
    return threads + 1;
  }
}
