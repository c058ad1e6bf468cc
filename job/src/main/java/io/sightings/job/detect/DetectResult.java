package io.sightings.job.detect;

import io.sightings.contract.RejectedFrame;
import org.jspecify.annotations.Nullable;

/** What came of a frame: exactly one of the two is there. */
public record DetectResult(SeenFrame frame, @Nullable RejectedFrame rejected) {}
