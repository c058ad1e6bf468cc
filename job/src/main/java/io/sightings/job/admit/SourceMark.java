package io.sightings.job.admit;

import java.time.Instant;

/**
 * How far a run of a source has come.
 *
 * @param source its id
 * @param epoch its run
 * @param sequence of the last frame admitted
 * @param time capture time of that frame
 */
public record SourceMark(String source, String epoch, long sequence, Instant time) {}
