/** How large checkpoints are, and how long they take. */
package io.sightings.benchmarks.state;
