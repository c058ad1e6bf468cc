package io.sightings.ingest.supervise;

import java.time.Duration;

/**
 * How far a source is.
 *
 * @param position in the recording; zero for photos
 * @param length of the recording; zero where it is not known
 */
public record SourceReadProgress(FrameCounts counts, Duration position, Duration length) {}
