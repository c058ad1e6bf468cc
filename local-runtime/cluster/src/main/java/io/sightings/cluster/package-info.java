/** A Flink cluster on this machine, of real processes, with high availability: no Docker needed. */
@NullMarked
package io.sightings.cluster;

import org.jspecify.annotations.NullMarked;
