/** Thousands of uploads that mean no good, with good ones between them. */
package io.sightings.benchmarks.hostile;
