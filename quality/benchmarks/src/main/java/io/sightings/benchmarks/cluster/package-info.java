/** The job on a cluster of processes, watched from outside. */
@NullMarked
package io.sightings.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
