package io.sightings.ingest.stream;

import java.time.Duration;

/**
 * What a stream may take.
 *
 * @param timeout how long it may take to open, and say nothing later
 * @param maxPixels larger pictures are not decoded
 * @param keyFramesOnly whether other packets are passed over without being decoded
 */
public record StreamBounds(Duration timeout, long maxPixels, boolean keyFramesOnly) {}
