/**
 * Cameras, videos and photos into Kafka, as frames. {@link io.sightings.ingest.FileIngestor} is the
 * door.
 */
@NullMarked
package io.sightings.ingest;

import org.jspecify.annotations.NullMarked;
