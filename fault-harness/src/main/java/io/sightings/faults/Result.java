package io.sightings.faults;

import io.sightings.faults.verdict.Verdict;
import io.sightings.faults.watch.Recovery;
import java.time.Duration;
import java.util.List;

/**
 * What a run has shown.
 *
 * @param took from the first fault to the end of the last recovery
 */
public record Result(Verdict verdict, List<Recovery> recoveries, Duration took) {}
