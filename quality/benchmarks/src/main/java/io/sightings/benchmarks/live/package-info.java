/** Runs of the whole ingestor, in a process of its own, among cameras that do right and wrong. */
@NullMarked
package io.sightings.benchmarks.live;

import org.jspecify.annotations.NullMarked;
