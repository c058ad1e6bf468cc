package io.sightings.faults;

import io.sightings.faults.verdict.SceneVerdict;
import io.sightings.faults.watch.RecoveryTimes;
import java.time.Duration;
import java.util.List;

/**
 * What a run has shown.
 *
 * @param took from the first fault to the end of the last recovery
 */
public record FaultRunResult(SceneVerdict verdict, List<RecoveryTimes> recoveries, Duration took) {}
