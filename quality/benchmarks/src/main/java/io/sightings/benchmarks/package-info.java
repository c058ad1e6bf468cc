/**
 * Compares two things in one run; throughput of the job.
 *
 * <p>Never a dependency of product code.
 */
@NullMarked
package io.sightings.benchmarks;

import org.jspecify.annotations.NullMarked;
