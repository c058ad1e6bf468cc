/** Frames into Kafka: in order, each arriving or its source failing. */
package io.sightings.ingest.publish;
