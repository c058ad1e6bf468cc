/** Runs of the whole ingestor, in a process of its own, among cameras that do right and wrong. */
package io.sightings.benchmarks.live;
