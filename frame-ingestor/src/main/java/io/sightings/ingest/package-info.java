/**
 * Cameras, videos and photos into Kafka, as frames. {@link io.sightings.ingest.FileIngestor} is the
 * door.
 */
package io.sightings.ingest;
