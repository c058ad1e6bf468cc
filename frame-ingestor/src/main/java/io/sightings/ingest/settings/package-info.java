/**
 * The ingestor's settings; {@code conf/ingestor.yaml} lists every key with its meaning. What reads
 * them does not enter.
 */
@NullMarked
package io.sightings.ingest.settings;

import org.jspecify.annotations.NullMarked;
