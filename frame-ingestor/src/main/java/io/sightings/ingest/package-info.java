/**
 * Cameras, videos and photos into Kafka, as frames. {@link io.sightings.ingest.Ingestor} is the
 * door.
 */
package io.sightings.ingest;
