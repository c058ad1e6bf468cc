package io.sightings.ingest.file;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a video says of itself.
 *
 * @param length of the video, zero where it does not say
 * @param createdAt when the recording began
 */
public record VideoInfo(Duration length, @Nullable Instant createdAt) {}
