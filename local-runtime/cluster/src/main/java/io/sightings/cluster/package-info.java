/** A Flink cluster on this machine, of real processes, with high availability: no Docker needed. */
package io.sightings.cluster;
