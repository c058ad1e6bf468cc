/** What reading video costs: the ingestor against the ffmpeg program. */
@NullMarked
package io.sightings.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
