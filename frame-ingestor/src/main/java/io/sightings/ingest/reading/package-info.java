/**
 * Reads files to their ends, for one run or for as long as the ingestor runs: admission, sampling,
 * progress, and frames in Kafka. Where files come from and go to does not enter.
 */
@NullMarked
package io.sightings.ingest.reading;

import org.jspecify.annotations.NullMarked;
