/** The job on a cluster of processes, watched from outside. */
package io.sightings.benchmarks.cluster;
