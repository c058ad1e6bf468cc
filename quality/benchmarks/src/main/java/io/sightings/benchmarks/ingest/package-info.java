/** What reading video costs: the ingestor against the ffmpeg program. */
package io.sightings.benchmarks.ingest;
