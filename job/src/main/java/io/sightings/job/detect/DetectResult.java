package io.sightings.job.detect;

import io.sightings.contract.RejectedFrame;

/** What came of a frame: exactly one of the two is there. */
public record DetectResult(SeenFrame frame, RejectedFrame rejected) {}
