/** The job and an identification service: what it asks, how fast, and what it does in a storm. */
@NullMarked
package io.sightings.benchmarks.azure;

import org.jspecify.annotations.NullMarked;
