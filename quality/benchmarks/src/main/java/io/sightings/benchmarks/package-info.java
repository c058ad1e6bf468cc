/**
 * Compares two things in one run; throughput of the job.
 *
 * <p>Never a dependency of product code.
 */
package io.sightings.benchmarks;
