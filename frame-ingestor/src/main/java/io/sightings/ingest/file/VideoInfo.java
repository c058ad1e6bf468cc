package io.sightings.ingest.file;

import java.time.Duration;
import java.time.Instant;

/**
 * What a video says of itself.
 *
 * @param length of the video, zero where it does not say
 * @param createdAt when the recording began, null where it does not say
 */
public record VideoInfo(Duration length, Instant createdAt) {}
