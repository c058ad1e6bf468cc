/**
 * Brings cameras, videos and photos into Kafka as frames: {@link io.sightings.ingest.FileIngestor}
 * once, {@link io.sightings.ingest.RunningIngestor} until it is closed. Details do not enter.
 */
@NullMarked
package io.sightings.ingest;

import org.jspecify.annotations.NullMarked;
