/** All the ingestor can be told; {@code conf/ingestor.yaml} lists every key with its meaning. */
package io.sightings.ingest.settings;
